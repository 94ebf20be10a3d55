using System.Security.Cryptography;
using Hotfix.Components.Output;
using Hotfix.Components.Output.Consoles;
using Hotfix.Core.Merging;
using Hotfix.Core.Plans;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Running;
using Serilog;

namespace Hotfix.Components.Running;

/// <summary>Waits between two looks, shows what for (a live table on a terminal, else one line per change), and ends at the deadline; in CI, as soon as only people can go on.</summary>
internal sealed class WaitingRoom(HotfixRequest request, RunRecord record, TerminalWriter? terminal, bool isAttended)
{
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

        using var display = new WaitingDisplay(record, terminal);
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
            await display.PauseAsync(
                pause < left ? pause : left,
                () => new WaitingState(Title(stage, snapshot), WaitingBoard.Of(stage, snapshot), waiting.Waits, _time.GetElapsedTime(_began), request.Deadline),
                cancellationToken);
            (result, snapshot) = await look(cancellationToken);
        }

        return result;
    }

    private static string Title(Stage stage, Snapshot snapshot) => stage == Stage.Merge && snapshot.PullRequest is { } pullRequest
        ? $"#{pullRequest.Number} {pullRequest.HeadBranch} at {pullRequest.HeadSha.Short} -> {snapshot.BaseBranch}"
        : $"{snapshot.Release?.Commit.Short} on {snapshot.BaseBranch}, before it is tagged";

    // Many runs that started together do not ask together.
    private static TimeSpan Jitter(TimeSpan interval) =>
        interval * (RandomNumberGenerator.GetInt32(900, 1100) / 1000.0);
}
