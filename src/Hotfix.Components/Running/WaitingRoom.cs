using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Hotfix.Components.Output;
using Hotfix.Components.Output.Consoles;
using Hotfix.Core.Planning;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Serilog;

namespace Hotfix.Components.Running;

/// <summary>Waits between two looks, shows what for (a live table on a terminal, else one line per change), and ends at the deadline; in CI, as soon as only people can go on.</summary>
internal sealed class WaitingRoom(HotfixRequest request, RunRecord record, TerminalWriter? terminal, bool isAttended)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly long _began = TimeProvider.System.GetTimestamp();

    /// <summary>Looks until the answer is no longer "wait", or the deadline is over; gives the last answer.</summary>
    /// <param name="stage">The stage that waits.</param>
    /// <param name="look">Looks and plans.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<PlanResult> WaitAsync(
        Stage stage, Func<CancellationToken, Task<(PlanResult Answer, Snapshot Snapshot)>> look, CancellationToken cancellationToken)
    {
        (PlanResult result, Snapshot snapshot) = await look(cancellationToken);
        if (result is not PlanResult.Waiting)
        {
            return result;
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => Interrupt());
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Interrupt());
        if (terminal is null)
        {
            var lines = new WaitingLines();
            return await WaitAsync(stage, result, snapshot, look, lines.Show, request.PollInterval, cancellationToken);
        }

        try
        {
            return await WaitAsync(stage, result, snapshot, look, state => terminal.Draw(width => WaitingTable.Lines(state, width)), Tick, cancellationToken);
        }
        finally
        {
            terminal.Clear();
        }
    }

    // A terminal that is left in the middle of a drawing would stay without its cursor.
    private void Interrupt()
    {
        record.WasInterrupted = true;
        terminal?.Stop();
    }

    private async Task<PlanResult> WaitAsync(
        Stage stage,
        PlanResult result,
        Snapshot snapshot,
        Func<CancellationToken, Task<(PlanResult Answer, Snapshot Snapshot)>> look,
        Action<WaitingState> show,
        TimeSpan redraw,
        CancellationToken cancellationToken)
    {
        while (result is PlanResult.Waiting waiting)
        {
            if (!isAttended && waiting.Waits.All(wait => wait.IsPerson))
            {
                Log.Information("Only people can go on from here, and a job does not wait for people");
                break;
            }

            TimeSpan left = request.Deadline - _time.GetElapsedTime(_began);
            if (left <= TimeSpan.Zero)
            {
                Log.Information("The deadline of {Deadline} is over; run it again to go on", request.Deadline);
                break;
            }

            TimeSpan pause = Jitter(request.PollInterval);
            await PauseAsync(
                pause < left ? pause : left,
                redraw,
                () => show(new WaitingState(Title(stage, snapshot), WaitingBoard.Of(stage, snapshot), waiting.Waits, _time.GetElapsedTime(_began), request.Deadline)),
                cancellationToken);
            (result, snapshot) = await look(cancellationToken);
        }

        return result;
    }

    private async Task PauseAsync(TimeSpan pause, TimeSpan redraw, Action show, CancellationToken cancellationToken)
    {
        record.Waited += pause;
        for (TimeSpan left = pause; left > TimeSpan.Zero; left -= redraw)
        {
            show();
            await Task.Delay(left < redraw ? left : redraw, _time, cancellationToken);

            // The signal is about to end the process: nothing more is looked at, and above all nothing more is done.
            if (record.WasInterrupted)
                await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellationToken);
        }
    }

    private static string Title(Stage stage, Snapshot snapshot) => stage == Stage.Merge && snapshot.PullRequest is { } pullRequest
        ? $"#{pullRequest.Number} {pullRequest.HeadBranch} at {pullRequest.HeadSha.Short} -> {snapshot.BaseBranch}"
        : $"{snapshot.Release?.Commit.Short} on {snapshot.BaseBranch}, before it is tagged";

    // Many runs that started together do not ask together.
    private static TimeSpan Jitter(TimeSpan interval) =>
        interval * (RandomNumberGenerator.GetInt32(900, 1100) / 1000.0);
}
