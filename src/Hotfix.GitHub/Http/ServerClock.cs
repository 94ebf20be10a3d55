namespace Hotfix.GitHub.Http;

/// <summary>
/// GitHub's time, as far as the <c>Date</c> of its answers tells: what is compared with GitHub's own times must not go by this machine's clock.
/// </summary>
/// <param name="time">This machine's clock; its time counts before the first answer, and while both agree within two seconds.</param>
internal sealed class ServerClock(TimeProvider time) : TimeProvider
{
    /// <summary><c>Date</c> has whole seconds, and an answer takes its time.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private long _aheadTicks;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow().AddTicks(Interlocked.Read(ref _aheadTicks));

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);

    /// <summary>An answer came just now.</summary>
    public void Observe(DateTimeOffset date)
    {
        TimeSpan ahead = date - time.GetUtcNow();
        Interlocked.Exchange(ref _aheadTicks, ahead.Duration() <= Tolerance ? 0 : ahead.Ticks);
    }
}
