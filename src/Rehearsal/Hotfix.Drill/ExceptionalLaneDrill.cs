using System.Text.Json.Nodes;
using Hotfix.Drill.Output;
using Hotfix.Drill.Players;
using Hotfix.Drill.Processes;
using Hotfix.Drill.Rehearsals;
using Hotfix.Drill.Testing;

namespace Hotfix.Drill;

/// <summary>
/// The exceptional lane: main is red and production one release behind. The fix goes out on a support line, through staging and production's gate,
/// and is carried to main once that is repaired.
/// </summary>
internal sealed class ExceptionalLaneDrill(DrillCast cast, Fleet fleet, GitHubApi owner)
{
    private const string Support = "support/1.4";
    private readonly DrillScript _script = new(cast);

    /// <summary>The stages so far.</summary>
    public Timeline Timeline => _script.Timeline;

    /// <summary>A colleague's git and REST.</summary>
    public required (GitCommands Git, GitHubApi Api) Colleague { get; init; }

    private TimeSpan Patience => cast.Rehearsal.Patience;

    private TeamHabits Habits => cast.Rehearsal.Habits;

    private string[] Health => Habits.Deployment is null ? ["--health-url", fleet.HealthOf(Pipeline.Production)] : [];

    // Where another tool numbers the releases, a person says that this one's number is right.
    private string[] Exceptional =>
        [
            .. Health,
            "--lane",
            "exceptional",
            .. Habits.UsesReleasePlease ? (string[])["--version", cast.Rehearsal.ExpectedTag![Habits.TagPrefix.Length..]] : [],
        ];

    /// <summary>What was before the hotfix; gives the commit that production runs.</summary>
    public Func<CancellationToken, Task<string>>? Past { get; init; }

    /// <exception cref="Core.Errors.HotfixException">HF5904 to HF5907 at the first thing that is not as it should be.</exception>
    public async Task<DrillChain> RunAsync(int oldReleases, CancellationToken cancellationToken)
    {
        string production = await (Past?.Invoke(cancellationToken) ?? new ProductionPast(cast, owner).DeployAsync(cancellationToken));
        await MainIsRedAsync(cancellationToken);
        await RefusedAsync(cancellationToken);
        await FirstRunAsync(cancellationToken);
        string head = await FixAsync(cancellationToken);
        await SecondRunAsync(cancellationToken);
        await RepairAsync(cancellationToken);
        await ThirdRunAsync(cancellationToken);
        TimelineEntry last = await LastRunAsync(cancellationToken);
        return await VerifyAsync(new ExceptionalStory(oldReleases, production, head, last.Traffic!), cancellationToken);
    }

    private async Task MainIsRedAsync(CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage($"CI builds {cast.Rehearsal.BaseBranch}, which is red");
        Moment from = cast.Scene.Now();
        CiBuild build = await cast.Ci.BuiltAsync(await _script.TipAsync(cast.Rehearsal.BaseBranch, cancellationToken), cancellationToken);
        if (build.Run.IsGreen)
            throw DrillFailure.NotShown([$"{cast.Rehearsal.BaseBranch} is red to begin with; it is green"]);

        Timeline.Add(
            new TimelineEntry(
                $"CI on {cast.Rehearsal.BaseBranch}",
                build.Reported.Time - from.Time,
                null,
                $"check '{ContinuousIntegration.CheckName}': {build.Run.Describe()}"
            )
        );
    }

    private async Task RefusedAsync(CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage("Hotfix without a lane: refused, with the reasons and the command");
        Moment from = cast.Scene.Now();
        ChildResult refused = await _script.HotfixAsync(DrillScript.Refused, "hotfix-refused", Patience, Health, cancellationToken);
        Ends(refused, "HF4110");
        _script.Add("lane adviser", from, cast.Scene.Now(), "nothing: main cannot be released as it is");
        if (Habits.UsesReleasePlease)
            await UnconfirmedAsync(cancellationToken);
    }

    private async Task UnconfirmedAsync(CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage("Hotfix --lane exceptional without --version: release-please numbers the releases here, so it is asked for");
        Moment from = cast.Scene.Now();
        Ends(await _script.HotfixAsync(DrillScript.Refused, "hotfix-unconfirmed", Patience, [.. Health, "--lane", "exceptional"], cancellationToken), "HF4125");
        _script.Add("version", from, cast.Scene.Now(), "nothing: the version is to be confirmed");
    }

    private static void Ends(ChildResult result, string code)
    {
        if (!result.Lines.Any(line => line.Contains(code, StringComparison.Ordinal)))
            throw DrillFailure.NotShown([$"the run was expected to end with {code}; its last lines were:\n{result.LastLines}"]);
    }

    private async Task FirstRunAsync(CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage("Hotfix --lane exceptional, first run: the support branch, and the hotfix branch from it");
        Moment from = cast.Scene.Now();
        await _script.HotfixAsync(DrillScript.SomebodysMove, "hotfix-1", Patience, Exceptional, cancellationToken);
        string branch = await _script.HotfixBranchAsync(cancellationToken);
        _script.Add("CreateHotfixBranch", from, cast.Scene.Now(), $"branches {Support} and {branch}");
    }

    private async Task<string> FixAsync(CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage("The author commits the fix");
        Moment from = cast.Scene.Now();
        TestRun? before = await cast.Rehearsal.FixAsync(cast.Folder.Clone, cancellationToken);
        string head = await cast.Git.RunAsync(cast.Folder.Clone, ["rev-parse", "HEAD"], cancellationToken);
        Timeline.Add(new TimelineEntry("author", cast.Scene.Now().Time - from.Time, null, $"commit {head[..7]}; without the fix: {before?.Describe()}"));
        return head;
    }

    private async Task SecondRunAsync(CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage("Second run: tests, pull request, review, merge, release, staging, gate, production, pull request to main");
        Moment from = cast.Scene.Now();
        await _script.HotfixAsync(DrillScript.SomebodysMove, "hotfix-2", Patience * 5, Exceptional, cancellationToken);
        _script.Add(
            "Test ... ForwardPort",
            from,
            cast.Scene.Now(),
            $"{cast.Rehearsal.ExpectedTag}, in {Pipeline.Staging} and {Pipeline.Production}; pull request to {cast.Rehearsal.BaseBranch}"
        );
    }

    // A colleague repairs main as everybody does, and brings it into the pull request that carries the fix over.
    private async Task RepairAsync(CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage($"A colleague repairs {cast.Rehearsal.BaseBranch}; then the fix can follow");
        Moment from = cast.Scene.Now();
        string clone = cast.Folder.Colleague;
        string title = Habits.Subject("Top up gift cards, second half");
        await Colleague.Git.RunAsync(cast.Folder.Root, ["clone", "--quiet", cast.Scene.Server.CloneAddress, clone], cancellationToken);
        await Colleague.Git.RunAsync(clone, ["switch", "--quiet", "--create", "top-up"], cancellationToken);
        await SampleFiles.WriteAsync("repair", clone, cancellationToken);
        await Colleague.Git.CommitAsync(clone, new SampleCommit("", title, "Ben Builder", cast.Scene.Clock.GetUtcNow()), cancellationToken);
        await Colleague.Git.RunAsync(clone, ["push", "--quiet", "origin", "top-up"], cancellationToken);
        int port = await _script.PullRequestFromAsync("forward-port/", cancellationToken);
        JsonObject pull = new()
        {
            ["title"] = title,
            ["head"] = "top-up",
            ["base"] = cast.Rehearsal.BaseBranch,
        };
        int repair = (await Colleague.Api.PostAsync("pulls", pull, cancellationToken)).GetProperty("number").GetInt32();
        await _script.MergedAsync(repair, cancellationToken);
        await Colleague.Api.PutAsync($"pulls/{port}/update-branch", [], cancellationToken);
        await _script.MergedAsync(port, cancellationToken);
        Timeline.Add(
            new TimelineEntry("colleague, reviewer", cast.Scene.Now().Time - from.Time, null, $"#{repair} and #{port} merged to {cast.Rehearsal.BaseBranch}")
        );
    }

    private async Task ThirdRunAsync(CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage("Third run: the fix is proven on main, and its issue is closed");
        Moment from = cast.Scene.Now();
        await _script.HotfixAsync(DrillScript.Done, "hotfix-3", Patience, Health, cancellationToken);
        _script.Add("Hotfix again", from, cast.Scene.Now(), "the proof, on the issue");
    }

    private async Task<TimelineEntry> LastRunAsync(CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage("Fourth run: finds everything done");
        Moment from = cast.Scene.Now();
        await _script.HotfixAsync(DrillScript.Done, "hotfix-4", Patience, Health, cancellationToken);
        return _script.Add("Hotfix once more", from, cast.Scene.Now(), "nothing");
    }

    private async Task<DrillChain> VerifyAsync(ExceptionalStory story, CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage("What the server and the machines say");
        Moment from = cast.Scene.Now();
        await cast.Git.RunAsync(cast.Folder.Root, ["clone", "--quiet", "--mirror", cast.Scene.Server.CloneAddress, cast.Folder.Mirror], cancellationToken);
        DrillChain chain = await new ExceptionalVerification(cast, fleet).RunAsync(story, cancellationToken);
        Timeline.Add(new TimelineEntry("verification", cast.Scene.Now().Time - from.Time, null, $"{chain.Tag} at {chain.Merge[..7]} is what it says"));
        return chain;
    }
}
