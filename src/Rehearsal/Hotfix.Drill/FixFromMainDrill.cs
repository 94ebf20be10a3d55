using System.Text.Json.Nodes;
using Hotfix.Drill.Output;
using Hotfix.Drill.Players;
using Hotfix.Drill.Processes;
using Hotfix.Drill.Rehearsals;

namespace Hotfix.Drill;

/// <summary>
/// The fix first: a colleague merges it to main, whose newest release production does not run yet. One command with the number of that pull request carries it
/// onto production's line and out; main has it already, so nothing is owed.
/// </summary>
internal sealed class FixFromMainDrill(DrillCast cast, Fleet fleet, GitHubApi owner)
{
    private const string Branch = "fix-discount";
    private readonly DrillScript _script = new(cast);

    /// <summary>The stages so far.</summary>
    public Timeline Timeline => _script.Timeline;

    /// <summary>A colleague's git and REST.</summary>
    public required (GitCommands Git, GitHubApi Api) Colleague { get; init; }

    private string[] Health => ["--health-url", fleet.HealthOf(Pipeline.Production)];

    /// <exception cref="Core.Errors.HotfixException">HF5904 to HF5907 at the first thing that is not as it should be.</exception>
    public async Task<DrillChain> RunAsync(int oldReleases, CancellationToken cancellationToken)
    {
        string production = await new ProductionPast(cast, owner).DeployAsync(cancellationToken);
        string before = await TipAsync(cancellationToken);
        await _script.MainIsGreenAsync(before, cancellationToken);
        int number = await FixOnMainAsync(cancellationToken);
        string main = await TipAsync(cancellationToken);
        await CarryAsync(number, cancellationToken);
        TimelineEntry last = await LastRunAsync(number, cancellationToken);
        string[] commits = (await cast.Git.RunAsync(cast.Folder.Colleague, ["rev-list", "--reverse", $"{before}..{Branch}"], cancellationToken)).Split('\n');
        return await VerifyAsync(new FixFromMainStory(oldReleases, production, number, main, commits, last.Traffic!), cancellationToken);
    }

    private async Task<int> FixOnMainAsync(CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage($"A colleague fixes it on {cast.Rehearsal.BaseBranch}, in two commits, as everybody does; the reviewer merges");
        Moment from = cast.Scene.Now();
        string clone = cast.Folder.Colleague;
        await Colleague.Git.RunAsync(cast.Folder.Root, ["clone", "--quiet", cast.Scene.Server.CloneAddress, clone], cancellationToken);
        await Colleague.Git.RunAsync(clone, ["switch", "--quiet", "--create", Branch], cancellationToken);
        await cast.Rehearsal.FixAsync(clone, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(clone, "DISCOUNTS.md"), "A discount is taken off once, in the basket.\n", cancellationToken);
        await Colleague.Git.CommitAsync(
            clone,
            new SampleCommit("", "Say where discounts are taken off", "Ben Builder", cast.Scene.Clock.GetUtcNow()),
            cancellationToken
        );
        await Colleague.Git.RunAsync(clone, ["push", "--quiet", "origin", Branch], cancellationToken);
        JsonObject pull = new()
        {
            ["title"] = "Take the discount off once",
            ["head"] = Branch,
            ["base"] = cast.Rehearsal.BaseBranch,
        };
        int number = (await Colleague.Api.PostAsync("pulls", pull, cancellationToken)).GetProperty("number").GetInt32();
        await _script.MergedAsync(number, cancellationToken);
        Timeline.Add(new TimelineEntry("colleague, reviewer", cast.Scene.Now().Time - from.Time, null, $"#{number} merged to {cast.Rehearsal.BaseBranch}"));
        return number;
    }

    private async Task CarryAsync(int number, CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage($"Hotfix --lane exceptional --fix #{number}: from the branch to production in one run");
        Moment from = cast.Scene.Now();
        await _script.HotfixAsync(DrillScript.Done, "hotfix-1", cast.Rehearsal.Patience * 5, Arguments(number), cancellationToken);
        _script.Add("Hotfix", from, cast.Scene.Now(), $"{cast.Rehearsal.ExpectedTag}, in {Pipeline.Staging} and {Pipeline.Production}");
    }

    private async Task<TimelineEntry> LastRunAsync(int number, CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage("The same command again: finds everything done");
        Moment from = cast.Scene.Now();
        await _script.HotfixAsync(DrillScript.Done, "hotfix-2", cast.Rehearsal.Patience, Arguments(number), cancellationToken);
        return _script.Add("Hotfix again", from, cast.Scene.Now(), "nothing");
    }

    private string[] Arguments(int number) => [.. Health, "--lane", "exceptional", "--fix", $"#{number}"];

    private async Task<DrillChain> VerifyAsync(FixFromMainStory story, CancellationToken cancellationToken)
    {
        cast.Scene.Progress.Stage("What the server and the machines say");
        Moment from = cast.Scene.Now();
        await cast.Git.RunAsync(cast.Folder.Root, ["clone", "--quiet", "--mirror", cast.Scene.Server.CloneAddress, cast.Folder.Mirror], cancellationToken);
        DrillChain chain = await new FixFromMainVerification(cast, fleet).RunAsync(story, cancellationToken);
        Timeline.Add(new TimelineEntry("verification", cast.Scene.Now().Time - from.Time, null, $"{chain.Tag} at {chain.Merge[..7]} is what it says"));
        return chain;
    }

    private Task<string> TipAsync(CancellationToken cancellationToken) => _script.TipAsync(cast.Rehearsal.BaseBranch, cancellationToken);
}
