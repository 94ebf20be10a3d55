using Hotfix.Drill.Output;
using Hotfix.Drill.Players;
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
        return branch.StartsWith("hotfix/", StringComparison.Ordinal)
            ? branch
            : throw DrillFailure.NotShown([$"the first run checks out a hotfix branch; '{branch}' is checked out"]);
    }

    public Task<string> TipAsync(string branch, CancellationToken cancellationToken) =>
        cast.Git.RemoteTipAsync(cast.Scene.Server.CloneAddress, branch, cast.Folder.Root, cancellationToken);

    /// <summary>CI has built the base branch, which is green.</summary>
    /// <exception cref="Core.Errors.HotfixException">HF5906 when it is red.</exception>
    public async Task MainIsGreenAsync(string tip, CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage($"CI builds {cast.Rehearsal.BaseBranch}");
        Moment from = cast.Scene.Now();
        CiBuild build = await cast.Ci.BuiltAsync(tip, cancellationToken);
        if (!build.Run.IsGreen)
            throw DrillFailure.NotShown([$"{cast.Rehearsal.BaseBranch} is not green to begin with: {build.Run.Describe()}\n{build.Run.LastLines}"]);

        Timeline.Add(
            new TimelineEntry(
                $"CI on {cast.Rehearsal.BaseBranch}",
                build.Reported.Time - from.Time,
                null,
                $"check '{ContinuousIntegration.CheckName}': {build.Run.Describe()}"
            )
        );
    }

    /// <summary>The pull request of the branch that begins so, open or not.</summary>
    /// <exception cref="Core.Errors.HotfixException">HF5906 when there is none.</exception>
    public async Task<int> PullRequestFromAsync(string prefix, CancellationToken cancellationToken) =>
        (await cast.Api.GetAsync("pulls?state=all", cancellationToken))
            .EnumerateArray()
            .Where(pull => pull.Text("head", "ref").StartsWith(prefix, StringComparison.Ordinal))
            .Select(pull => pull.GetProperty("number").GetInt32())
            .FirstOrDefault()
            is > 0
                and var number
            ? number
            : throw DrillFailure.NotShown([$"a pull request from {prefix}… was opened; none was"]);

    /// <summary>Waits until somebody has merged a pull request.</summary>
    public async Task MergedAsync(int number, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(cast.Rehearsal.Patience);
        Moment look = cast.Scene.Now();
        while (!(await cast.Api.GetAsync($"pulls/{number}", timeout.Token)).GetProperty("merged").GetBoolean())
        {
            await cast.Scene.NewsAsync(look, timeout.Token);
            look = cast.Scene.Now();
        }
    }

    public TimelineEntry Add(string stage, Moment from, Moment to, string created)
    {
        var entry = new TimelineEntry(stage, to.Time - from.Time, cast.Scene.Server.TrafficBetween(from, to), created);
        Timeline.Add(entry);
        return entry;
    }
}
