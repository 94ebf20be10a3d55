namespace Hotfix.GitHub.Http;

/// <summary>One change at a time, with a pause between them, whoever makes them: GitHub asks for it of requests and of pushes alike.</summary>
internal sealed class WritePace(TimeProvider time, TimeSpan pause) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private long? _lastEnd;

    /// <summary>Waits for the turn, which ends when the result is disposed of.</summary>
    public async Task<IDisposable> BeginAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_lastEnd is { } end && pause - time.GetElapsedTime(end) is { } rest && rest > TimeSpan.Zero)
                await Task.Delay(rest, time, cancellationToken);

            return new Turn(this);
        }
        catch
        {
            _gate.Release();
            throw;
        }
    }

    public void Dispose() => _gate.Dispose();

    private void End()
    {
        _lastEnd = time.GetTimestamp();
        _gate.Release();
    }

    private sealed class Turn(WritePace pace) : IDisposable
    {
        public void Dispose() => pace.End();
    }
}
