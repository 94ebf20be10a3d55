using Hotfix.Drill.Output;
using Hotfix.Drill.Players;
using Hotfix.Drill.Processes;
using Hotfix.Drill.Testing;

namespace Hotfix.Drill;

/// <summary>The standard lane from the first command to a published release: three runs of one command, with people in between.</summary>
internal sealed class StandardLaneDrill(DrillCast cast)
{
    private const int Done = 0;
    private const int SomebodysMove = 75;
    private readonly Timeline _timeline = new();

    /// <summary>The stages so far.</summary>
    public Timeline Timeline => _timeline;

    /// <exception cref="Core.Errors.HotfixException">HF5904 to HF5907 at the first thing that is not as it should be.</exception>
    public async Task<DrillChain> RunAsync(int oldReleases, CancellationToken cancellationToken)
    {
        string start = await TipAsync(cancellationToken);
        await MainIsGreenAsync(start, cancellationToken);
        await FirstRunAsync(cancellationToken);
        (string head, TestRun? beforeFix) = await FixAsync(cancellationToken);
        (CiBuild headBuild, CiBuild mergeBuild) = await SecondRunAsync(head, cancellationToken);
        Traffic third = await ThirdRunAsync(cancellationToken);
        var story = new DrillStory
        {
            OldReleases = oldReleases,
            Base = start,
            Head = head,
            Merge = mergeBuild.Sha,
            BeforeFix = beforeFix,
            HeadBuild = headBuild,
            MergeBuild = mergeBuild,
            ThirdRun = third,
        };
        return await VerifyAsync(story, cancellationToken);
    }

    private async Task MainIsGreenAsync(string tip, CancellationToken cancellationToken)
    {
        cast.Progress.Stage($"CI builds {cast.Rehearsal.BaseBranch}");
        DateTimeOffset from = cast.Clock.GetUtcNow();
        CiBuild build = await cast.Ci.BuiltAsync(tip, cancellationToken);
        if (!build.Run.IsGreen)
        {
            throw DrillFailure.NotShown([$"{cast.Rehearsal.BaseBranch} is not green to begin with: {build.Run.Describe()}\n{build.Run.LastLines}"]);
        }

        _timeline.Add(new TimelineEntry($"CI on {cast.Rehearsal.BaseBranch}", build.Reported - from, null, $"check '{ContinuousIntegration.CheckName}': {build.Run.Describe()}"));
    }

    private async Task FirstRunAsync(CancellationToken cancellationToken)
    {
        cast.Progress.Stage("Hotfix, first run: makes the branch, and says that the author is next");
        DateTimeOffset from = cast.Clock.GetUtcNow();
        await HotfixAsync(SomebodysMove, "hotfix-1", cast.Rehearsal.Patience, cancellationToken);
        string branch = await cast.Git.RunAsync(cast.Folder.Clone, ["symbolic-ref", "--short", "HEAD"], cancellationToken);
        if (!branch.StartsWith("hotfix/", StringComparison.Ordinal))
        {
            throw DrillFailure.NotShown([$"the first run checks out a hotfix branch; '{branch}' is checked out"]);
        }

        Add("CreateHotfixBranch", from, cast.Clock.GetUtcNow(), $"branch {branch}");
    }

    private async Task<(string Head, TestRun? BeforeFix)> FixAsync(CancellationToken cancellationToken)
    {
        cast.Progress.Stage("The author commits the fix");
        DateTimeOffset from = cast.Clock.GetUtcNow();
        TestRun? before = await cast.Rehearsal.FixAsync(cast.Folder.Clone, cancellationToken);
        string head = await cast.Git.RunAsync(cast.Folder.Clone, ["rev-parse", "HEAD"], cancellationToken);
        string seen = before is null ? "" : $"; without the fix: {before.Describe()}";
        cast.Progress.Say("author", $"committed {head[..7]}{seen}");
        _timeline.Add(new TimelineEntry("author", cast.Clock.GetUtcNow() - from, null, $"commit {head[..7]}{seen}"));
        return (head, before);
    }

    private async Task<(CiBuild Head, CiBuild Merge)> SecondRunAsync(string head, CancellationToken cancellationToken)
    {
        cast.Progress.Stage("Hotfix, second run: tests, pull request, check, review, merge, release");
        DateTimeOffset from = cast.Clock.GetUtcNow();
        await HotfixAsync(Done, "hotfix-2", cast.Rehearsal.Patience * 4, cancellationToken);
        DateTimeOffset to = cast.Clock.GetUtcNow();
        CiBuild headBuild = await cast.Ci.BuiltAsync(head, cancellationToken);
        CiBuild mergeBuild = await cast.Ci.BuiltAsync(await TipAsync(cancellationToken), cancellationToken);
        DateTimeOffset opened = cast.Server.LastTime("POST", "/pulls") ?? from;
        DateTimeOffset approved = cast.Reviewer.Approved ?? headBuild.Reported;
        DateTimeOffset merged = cast.Server.LastTime("PUT", "/merge") ?? approved;
        Add("Test, OpenPR", from, opened, "tests run here, branch pushed, pull request");
        Add("AwaitMerge: check", opened, headBuild.Reported, $"check '{ContinuousIntegration.CheckName}': {headBuild.Run.Describe()}");
        Add("AwaitMerge: review", headBuild.Reported, approved, "approval of the reviewer");
        Add("AwaitMerge: merge", approved, merged, $"merge commit {mergeBuild.Sha[..7]}");
        Add("Release", merged, to, $"check on the merge commit: {mergeBuild.Run.Describe()}; tag, release");
        return (headBuild, mergeBuild);
    }

    private async Task<Traffic> ThirdRunAsync(CancellationToken cancellationToken)
    {
        cast.Progress.Stage("Hotfix, third run: finds everything done");
        DateTimeOffset from = cast.Clock.GetUtcNow();
        await HotfixAsync(Done, "hotfix-3", cast.Rehearsal.Patience, cancellationToken);
        return Add("Hotfix again", from, cast.Clock.GetUtcNow(), "nothing").Traffic!;
    }

    private async Task<DrillChain> VerifyAsync(DrillStory story, CancellationToken cancellationToken)
    {
        cast.Progress.Stage("What the server says");
        DateTimeOffset from = cast.Clock.GetUtcNow();
        await cast.Git.RunAsync(cast.Folder.Root, ["clone", "--quiet", "--mirror", cast.Server.CloneAddress, cast.Folder.Mirror], cancellationToken);
        var verification = new Verification(cast.Api, cast.Git, cast.Folder.Mirror, cast.Progress);
        DrillChain chain = await verification.RunAsync(cast.Rehearsal, story, cancellationToken);
        _timeline.Add(new TimelineEntry("verification", cast.Clock.GetUtcNow() - from, null, $"{chain.Tag} at {chain.Merge[..7]} is what it says"));
        return chain;
    }

    private async Task HotfixAsync(int expected, string name, TimeSpan limit, CancellationToken cancellationToken)
    {
        string[] arguments = ["Hotfix", "--description", cast.Rehearsal.Description, "--poll-interval", "1s"];
        ChildResult result = await cast.Targets.RunAsync(arguments, limit, cast.Folder.Log(name), cancellationToken);
        if (result.ExitCode != expected)
        {
            throw DrillFailure.ProcessEnded(name, result, $"{expected}");
        }
    }

    private Task<string> TipAsync(CancellationToken cancellationToken) => cast.Git.RemoteTipAsync(
        cast.Server.CloneAddress, cast.Rehearsal.BaseBranch, cast.Folder.Root, cancellationToken);

    private TimelineEntry Add(string stage, DateTimeOffset from, DateTimeOffset to, string created)
    {
        var entry = new TimelineEntry(stage, to - from, cast.Server.TrafficBetween(from, to), created);
        _timeline.Add(entry);
        return entry;
    }
}
