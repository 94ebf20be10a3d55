using Hotfix.Drill.Output;
using Hotfix.Drill.Players;
using Hotfix.Drill.Processes;
using Hotfix.Drill.Testing;

namespace Hotfix.Drill;

/// <summary>The standard lane from the first command to a published release: three runs of one command, with people in between.</summary>
internal sealed class StandardLaneDrill(DrillCast cast)
{
    private readonly DrillScript _script = new(cast);

    /// <summary>The stages so far.</summary>
    public Timeline Timeline => _script.Timeline;

    private bool IsOwed => cast.Rehearsal.DefaultBranch != cast.Rehearsal.BaseBranch;

    /// <exception cref="Core.Errors.HotfixException">HF5904 to HF5907 at the first thing that is not as it should be.</exception>
    public async Task<DrillChain> RunAsync(int oldReleases, CancellationToken cancellationToken)
    {
        string start = await TipAsync(cancellationToken);
        await _script.MainIsGreenAsync(start, cancellationToken);
        await FirstRunAsync(cancellationToken);
        (string head, TestRun? beforeFix) = await FixAsync(cancellationToken);
        (CiBuild headBuild, CiBuild mergeBuild, Traffic secondRun) = await SecondRunAsync(head, cancellationToken);
        if (IsOwed)
            await CarriedAsync(cancellationToken);

        TimelineEntry last = await LastRunAsync(cancellationToken);
        var story = new DrillStory
        {
            OldReleases = oldReleases,
            Base = start,
            Head = head,
            Merge = mergeBuild.Sha,
            BeforeFix = beforeFix,
            HeadBuild = headBuild,
            MergeBuild = mergeBuild,
            LastRun = last.Traffic!,
            SecondRun = secondRun,
        };
        return await VerifyAsync(story, cancellationToken);
    }

    private async Task FirstRunAsync(CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage("Hotfix, first run: makes the branch, and says that the author is next");
        Moment from = cast.Scene.Now();
        await _script.HotfixAsync(DrillScript.SomebodysMove, "hotfix-1", cast.Rehearsal.Patience, [], cancellationToken);
        string branch = await _script.HotfixBranchAsync(cancellationToken);
        _script.Add("CreateHotfixBranch", from, cast.Scene.Now(), $"branch {branch}");
    }

    private async Task<(string Head, TestRun? BeforeFix)> FixAsync(CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage("The author commits the fix");
        Moment from = cast.Scene.Now();
        TestRun? before = await cast.Rehearsal.FixAsync(cast.Folder.Clone, cancellationToken);
        string head = await cast.Git.RunAsync(cast.Folder.Clone, ["rev-parse", "HEAD"], cancellationToken);
        string seen = before is null ? "" : $"; without the fix: {before.Describe()}";
        cast.Scene.Progress.Say("author", $"committed {head[..7]}{seen}");
        Timeline.Add(new TimelineEntry("author", cast.Scene.Now().Time - from.Time, null, $"commit {head[..7]}{seen}"));
        return (head, before);
    }

    private async Task<(CiBuild Head, CiBuild Merge, Traffic Traffic)> SecondRunAsync(string head, CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage("Hotfix, second run: tests, pull request, check, review, merge, release");
        Moment from = cast.Scene.Now();
        cast.Scene.Server.Arm(cast.Scenario.Faults);
        if (cast.Scenario.Interruption is { } interruption)
            await InterruptedRunAsync(interruption, head, cancellationToken);

        await _script.HotfixAsync(IsOwed ? DrillScript.SomebodysMove : DrillScript.Done, "hotfix-2", cast.Rehearsal.Patience * 4, [], cancellationToken);
        Moment to = cast.Scene.Now();
        CiBuild headBuild = await cast.Ci.BuiltAsync(head, cancellationToken);
        CiBuild mergeBuild = await cast.Ci.BuiltAsync(await MergeAsync(cancellationToken), cancellationToken);
        Moment approved = cast.Reviewer.Approved ?? headBuild.Reported;
        _script.Add("Test, OpenPR", from, headBuild.Started, "tests run here, branch pushed, pull request");
        _script.Add("AwaitMerge: check", headBuild.Started, headBuild.Reported, $"check '{ContinuousIntegration.CheckName}': {headBuild.Run.Describe()}");
        _script.Add("AwaitMerge: review", headBuild.Reported, approved, "approval of the reviewer");
        _script.Add("AwaitMerge: merge", approved, mergeBuild.Started, $"merge commit {mergeBuild.Sha[..7]}");
        _script.Add("Release", mergeBuild.Started, to, $"check on the merge commit: {mergeBuild.Run.Describe()}; tag, release");
        return (headBuild, mergeBuild, cast.Scene.Server.TrafficBetween(from, to));
    }

    private async Task InterruptedRunAsync(Interruption interruption, string head, CancellationToken cancellationToken)
    {
        Moment from = cast.Scene.Now();
        ChildResult result = await _script.HotfixAsync(interruption.ExitCode, "hotfix-2-interrupted", cast.Rehearsal.Patience * 4, [], cancellationToken);
        if (!result.Lines.Any(line => line.Contains(interruption.Code, StringComparison.Ordinal)))
            throw DrillFailure.NotShown([$"the run was expected to end with {interruption.Code}; its last lines were:\n{result.LastLines}"]);

        _script.Add("interrupted", from, cast.Scene.Now(), $"{interruption.Code}, exit code {interruption.ExitCode}; {interruption.Remedy}");
        cast.Scene.Progress.Stage($"{interruption.Code}: {interruption.Remedy}; the same command again");
        await interruption.ClearAsync(cast, head, cancellationToken);
    }

    // What was released from the base branch has to come back to where everybody works.
    private async Task CarriedAsync(CancellationToken cancellationToken)
    {
        string branch = cast.Rehearsal.DefaultBranch;
        cast.Scene.Progress.Stage($"The reviewer merges the pull request that carries the fix to {branch}; Hotfix, third run: proves that it is there");
        Moment from = cast.Scene.Now();
        int port = await _script.PullRequestFromAsync("forward-port/", cancellationToken);
        await _script.MergedAsync(port, cancellationToken);
        Moment merged = cast.Scene.Now();
        Timeline.Add(new TimelineEntry("reviewer", merged.Time - from.Time, null, $"#{port} merged to {branch}"));
        await _script.HotfixAsync(DrillScript.Done, "hotfix-3", cast.Rehearsal.Patience, [], cancellationToken);
        _script.Add("Hotfix again", merged, cast.Scene.Now(), "the proof, on the issue");
    }

    private async Task<TimelineEntry> LastRunAsync(CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage("Hotfix, last run: finds everything done");
        Moment from = cast.Scene.Now();
        await _script.HotfixAsync(DrillScript.Done, "hotfix-last", cast.Rehearsal.Patience, [], cancellationToken);
        return _script.Add(IsOwed ? "Hotfix once more" : "Hotfix again", from, cast.Scene.Now(), "nothing");
    }

    private async Task<DrillChain> VerifyAsync(DrillStory story, CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage("What the server says");
        Moment from = cast.Scene.Now();
        await cast.Git.RunAsync(cast.Folder.Root, ["clone", "--quiet", "--mirror", cast.Scene.Server.CloneAddress, cast.Folder.Mirror], cancellationToken);
        var verification = new Verification(cast.Api, cast.Git, cast.Folder, cast.Scene.Progress) { Also = cast.AlsoVerifies };
        DrillChain chain = await verification.RunAsync(cast.Rehearsal, story, cancellationToken);
        Timeline.Add(new TimelineEntry("verification", cast.Scene.Now().Time - from.Time, null, $"{chain.Tag} at {chain.Merge[..7]} is what it says"));
        return chain;
    }

    // Where release-please releases, its own pull request comes after the hotfix's.
    private async Task<string> MergeAsync(CancellationToken cancellationToken)
    {
        int number = await _script.PullRequestFromAsync("hotfix/", cancellationToken);
        return (await cast.Api.GetAsync($"pulls/{number}", cancellationToken)).Text("merge_commit_sha");
    }

    private Task<string> TipAsync(CancellationToken cancellationToken) => _script.TipAsync(cast.Rehearsal.BaseBranch, cancellationToken);
}
