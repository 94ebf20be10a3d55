namespace Hotfix.LocalGitHub;

/// <summary>Every request so far, oldest first.</summary>
public sealed class RequestLog
{
    private readonly Lock _lock = new();
    private readonly List<RecordedRequest> _requests = [];
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

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

    /// <summary>Waits until a request that matters has been answered.</summary>
    /// <param name="seen">How many are known already; the answer to one of those is not waited for.</param>
    /// <param name="matters">Whether it is one of those that are waited for.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task WaitAsync(int seen, Func<RecordedRequest, bool> matters, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (_lock)
            {
                for (; seen < _requests.Count; seen++)
                {
                    if (matters(_requests[seen]))
                        return;
                }

                next = _next.Task;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    internal void Add(RecordedRequest request)
    {
        TaskCompletionSource came;
        lock (_lock)
        {
            _requests.Add(request);
            came = _next;
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        came.SetResult();
    }
}
