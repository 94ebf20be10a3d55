namespace Hotfix.LocalGitHub;

/// <summary>Every request so far, oldest first.</summary>
public sealed class RequestLog
{
    private readonly Lock _lock = new();
    private readonly List<RecordedRequest> _requests = [];

    /// <summary>How many there were.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _requests.Count;
        }
    }

    /// <summary>A copy of the list as it is now.</summary>
    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_lock)
            return [.. _requests];
    }

    internal void Add(RecordedRequest request)
    {
        lock (_lock)
            _requests.Add(request);
    }
}
