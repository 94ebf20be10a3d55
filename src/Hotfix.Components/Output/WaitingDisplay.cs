using System.Runtime.InteropServices;
using Hotfix.Components.Output.Consoles;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Components.Output;

/// <summary>
/// Shows what a run waits for while it pauses: a live table where a terminal can be drawn on, else one line per change. Ctrl+C leaves the terminal as
/// it was.
/// </summary>
internal sealed class WaitingDisplay : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private readonly RunRecord _record;
    private readonly TerminalWriter? _terminal;
    private readonly WaitingLines _lines = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public WaitingDisplay(RunRecord record, TerminalWriter? terminal)
    {
        _record = record;
        _terminal = terminal;
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => Interrupt());
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Interrupt());
    }

    /// <summary>For a run that waits.</summary>
    public static Pausing Begin(RunRecord record, TerminalWriter? terminal)
    {
#pragma warning disable CA2000 // Dispose objects before losing scope: what is returned ends it
        var display = new WaitingDisplay(record, terminal);
#pragma warning restore CA2000
        return new Pausing(display.PauseAsync, display.Dispose);
    }

    /// <summary>Shows the state, and keeps what it shows true until the pause is over.</summary>
    public async Task PauseAsync(TimeSpan pause, Func<WaitingState> state, CancellationToken cancellationToken)
    {
        _record.Waited += pause;
        TimeSpan redraw = _terminal is null ? pause : Tick;
        for (TimeSpan left = pause; left > TimeSpan.Zero; left -= redraw)
        {
            Show(state());
            await Task.Delay(left < redraw ? left : redraw, TimeProvider.System, cancellationToken);

            // The signal is about to end the process: nothing more is looked at, and above all nothing more is done.
            if (_record.WasInterrupted)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
    }

    public void Dispose()
    {
        _terminal?.Clear();
        _interrupt.Dispose();
        _terminate.Dispose();
    }

    private void Show(WaitingState state)
    {
        if (_terminal is null)
            _lines.Show(state);
        else
            _terminal.Draw(width => WaitingTable.Lines(state, width));
    }

    // A terminal that is left in the middle of a drawing would stay without its cursor.
    private void Interrupt()
    {
        _record.WasInterrupted = true;
        _terminal?.Stop();
    }
}
