using Hotfix.Drill.Output;
using Hotfix.Drill.Processes;

namespace Hotfix.Drill;

/// <summary>What every rehearsal does between its stages: runs the one command, looks where a branch stands, and notes what a stage took.</summary>
internal sealed class DrillScript(DrillCast cast)
{
    public const int Done = 0;
    public const int SomebodysMove = 75;
    public const int Refused = 255;

    /// <summary>The stages so far.</summary>
    public Timeline Timeline { get; } = new();

    /// <summary>Runs the umbrella with the rehearsal's description.</summary>
    /// <exception cref="Core.Errors.HotfixException">HF5904 when it ends with another code.</exception>
    public async Task<ChildResult> HotfixAsync(int expected, string name, TimeSpan limit, string[] more, CancellationToken cancellationToken)
    {
        string[] arguments = ["Hotfix", "--description", cast.Rehearsal.Description, "--poll-interval", "1s", .. more];
        ChildResult result = await cast.Targets.RunAsync(arguments, limit, cast.Folder.Log(name), cancellationToken);
        return result.ExitCode == expected ? result : throw DrillFailure.ProcessEnded(name, result, $"{expected}");
    }

    /// <summary>The hotfix branch that a run has checked out.</summary>
    /// <exception cref="Core.Errors.HotfixException">HF5906 when it is none.</exception>
    public async Task<string> HotfixBranchAsync(CancellationToken cancellationToken)
    {
        string branch = await cast.Git.RunAsync(cast.Folder.Clone, ["symbolic-ref", "--short", "HEAD"], cancellationToken);
        return branch.StartsWith("hotfix/", StringComparison.Ordinal) ? branch
            : throw DrillFailure.NotShown([$"the first run checks out a hotfix branch; '{branch}' is checked out"]);
    }

    public Task<string> TipAsync(string branch, CancellationToken cancellationToken) =>
        cast.Git.RemoteTipAsync(cast.Scene.Server.CloneAddress, branch, cast.Folder.Root, cancellationToken);

    public TimelineEntry Add(string stage, Moment from, Moment to, string created)
    {
        var entry = new TimelineEntry(stage, to.Time - from.Time, cast.Scene.Server.TrafficBetween(from, to), created);
        Timeline.Add(entry);
        return entry;
    }
}
