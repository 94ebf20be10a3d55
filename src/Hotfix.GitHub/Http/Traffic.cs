namespace Hotfix.GitHub.Http;

/// <summary>What a connection has sent so far; safe to read at any time.</summary>
internal sealed class Traffic
{
    private const int LongestLog = 1000;
    private readonly Lock _lock = new();
    private readonly Queue<TrafficEntry> _log = new();

    /// <summary>Requests that went out, repeated ones included.</summary>
    public int Requests { get; private set; }

    /// <summary>Of those, the ones answered 304, which cost no rate limit.</summary>
    public int NotModified { get; private set; }

    /// <summary>Requests that were sent again after a failure on the way.</summary>
    public int Retries { get; private set; }

    /// <summary>Waits for a rate limit.</summary>
    public int Waits { get; private set; }

    /// <summary>What those waits took altogether.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>The newest 1,000 requests, oldest first.</summary>
    public IReadOnlyList<TrafficEntry> Log
    {
        get
        {
            lock (_lock)
                return [.. _log];
        }
    }

    internal void Add(TrafficEntry entry)
    {
        lock (_lock)
        {
            Requests++;
            NotModified += entry.Status == 304 ? 1 : 0;
            _log.Enqueue(entry);
            if (_log.Count > LongestLog)
                _log.Dequeue();
        }
    }

    internal void AddRetry()
    {
        lock (_lock)
            Retries++;
    }

    internal void AddWait(TimeSpan wait)
    {
        lock (_lock)
        {
            Waits++;
            Waited += wait;
        }
    }
}
