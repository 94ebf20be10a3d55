using Hotfix.Components.Output.Consoles;
using Hotfix.Core.Text;
using Serilog;

namespace Hotfix.Components.Output;

/// <summary>
/// Shows that something goes on, and for how long, from its begin until it is disposed: from the third second on a line at the end of a terminal's log;
/// where lines are kept, one every 20 seconds. It costs the work nothing.
/// </summary>
internal sealed class LongWork : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly string _what;
    private readonly Func<string>? _detail;
    private readonly TerminalWriter? _terminal;
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly ITimer _timer;
    private TimeSpan _said;
    private bool _isOver;

    /// <param name="what">What goes on: <c>dotnet test Shop.sln</c>.</param>
    /// <param name="detail">How far it has come, asked at each showing; <c>null</c> when that is not known.</param>
    /// <param name="terminal">Where to draw; <c>null</c> where lines are kept.</param>
    /// <param name="time">Measures.</param>
    public LongWork(string what, Func<string>? detail, TerminalWriter? terminal, TimeProvider time)
    {
        _what = what;
        _detail = detail;
        _terminal = terminal;
        _time = time;
        _began = time.GetTimestamp();
        _timer = time.CreateTimer(_ => Show(), null, Patience, Tick);
    }

    /// <summary>On this process's terminal, if it has one that a person looks at.</summary>
    public static LongWork Begin(string what, Func<string>? detail = null)
    {
        bool isWatched = HotfixProcess.Terminal is not null && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")) && WaitingTable.CanBeDrawn;
        return new LongWork(what, detail, isWatched ? HotfixProcess.Terminal : null, TimeProvider.System);
    }

    /// <summary>It is over: the line goes away.</summary>
    public void Dispose()
    {
        lock (_lock)
            _isOver = true;

        _timer.Dispose();
        _terminal?.Clear();
    }

    private void Show()
    {
        lock (_lock)
        {
            TimeSpan elapsed = _time.GetElapsedTime(_began);
            if (_isOver)
                return;

            if (_terminal is not null)
            {
                _terminal.Draw(width => [PlainText.OneLine(Text(elapsed), Math.Max(width - 2, 1))]);
            }
            else if (elapsed - _said >= BetweenLines)
            {
                _said = elapsed;
                Log.Information("{Text:l}", Text(elapsed));
            }
        }
    }

    private string Text(TimeSpan elapsed) =>
        $"{_what}: running for {WaitingTable.Clock(elapsed)}{(_detail?.Invoke() is { Length: > 0 } detail ? $"; {detail}" : "")}";
}
