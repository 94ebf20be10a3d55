namespace Hotfix.GitHub.Http;

/// <summary>One change at a time, with a pause between them: GitHub asks for it, and notifications arrive in order.</summary>
internal sealed class PaceHandler(TimeProvider time, TimeSpan pause) : DelegatingHandler
{
    private readonly SemaphoreSlim _gate = new(1);
    private long? _lastEnd;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.IsSafe())
            return await base.SendAsync(request, cancellationToken);

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_lastEnd is { } end && pause - time.GetElapsedTime(end) is { } rest && rest > TimeSpan.Zero)
                await Task.Delay(rest, time, cancellationToken);

            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            _lastEnd = time.GetTimestamp();
            _gate.Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        _gate.Dispose();
        base.Dispose(disposing);
    }
}
