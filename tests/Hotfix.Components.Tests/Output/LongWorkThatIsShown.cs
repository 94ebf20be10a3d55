using Hotfix.Components.Output;
using Hotfix.Components.Output.Consoles;

namespace Hotfix.Components.Tests.Output;

public sealed class LongWorkThatIsShown : IDisposable
{
    private readonly Screen _screen = new();
    private readonly TerminalWriter _terminal;
    private readonly Clock _clock = new();

    public LongWorkThatIsShown() => _terminal = new TerminalWriter(_screen, () => (31, 24));

    public void Dispose()
    {
        _terminal.Dispose();
        _screen.Dispose();
    }

    [Fact]
    public void IsOneLineThatSaysHowFarItHasCome()
    {
        string detail = "";
        using var work = new LongWork("dotnet test", () => detail, _terminal, _clock);

        _clock.Fire(TimeSpan.FromSeconds(3));
        string first = Assert.Single(_screen.Lines);
        detail = "a line that is much longer than the terminal is wide";
        _clock.Fire(TimeSpan.FromSeconds(65));

        Assert.Equal("dotnet test: running for 0:03", first);
        Assert.Equal("dotnet test: running for 1:05…", Assert.Single(_screen.Lines));
    }

    [Fact]
    public void IsGoneWhenItIsOver()
    {
        var work = new LongWork("git push", null, _terminal, _clock);
        _clock.Fire(TimeSpan.FromSeconds(3));

        work.Dispose();
        _clock.Fire(TimeSpan.FromSeconds(4));

        Assert.Empty(_screen.Lines);
        Assert.True(_screen.ShowsCursor);
    }

    private sealed class Clock : TimeProvider
    {
        private TimeSpan _now;
        private TimerCallback? _callback;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _callback = callback;
            return new NoTimer();
        }

        public void Fire(TimeSpan now)
        {
            _now = now;
            _callback!(null);
        }
    }

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
