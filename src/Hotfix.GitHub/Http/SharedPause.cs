namespace Hotfix.GitHub.Http;

/// <summary>The pause that GitHub has asked one request for: it holds for every request of this process, also for those that were on their way to it.</summary>
internal sealed class SharedPause(TimeProvider time)
{
    private long _untilTicks;

    /// <summary>Nothing goes out for so long from now; a longer pause that runs already stays.</summary>
    public void Begin(TimeSpan pause)
    {
        long until = (time.GetUtcNow() + pause).UtcTicks;
        for (long known = Interlocked.Read(ref _untilTicks); known < until; known = Interlocked.Read(ref _untilTicks))
            Interlocked.CompareExchange(ref _untilTicks, until, known);
    }

    /// <summary>Comes back when no pause runs any more.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (TimeSpan.FromTicks(Interlocked.Read(ref _untilTicks) - time.GetUtcNow().UtcTicks) is { } rest && rest > TimeSpan.Zero)
            await Task.Delay(rest, time, cancellationToken);
    }
}
