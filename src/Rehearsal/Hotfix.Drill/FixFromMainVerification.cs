using System.Text.Json;
using Hotfix.Drill.Players;

namespace Hotfix.Drill;

/// <summary>Looks at the server with git and plain REST, and at the machines: the fix of main is what production runs, and main was left alone.</summary>
internal sealed class FixFromMainVerification(DrillCast cast, Fleet fleet)
{
    private readonly Promises _promises = new(cast.Scene.Progress);

    /// <exception cref="Core.Errors.HotfixException">HF5906 with every promise that was not kept.</exception>
    public async Task<DrillChain> RunAsync(FixFromMainStory story, CancellationToken cancellationToken)
    {
        string tag = cast.Rehearsal.ExpectedTag!;
        JsonElement pull = await PullRequestAsync(cancellationToken);
        (int number, string head, string merge) = (pull.GetProperty("number").GetInt32(), pull.Text("head", "sha"), pull.Text("merge_commit_sha"));
        await CommitsAsync(story, head, cancellationToken);
        await new SupportLineVerification(cast, fleet, _promises).RunAsync(story.Production, (tag, merge, head), story.OldReleases, cancellationToken);
        await NothingIsOwedAsync(story, cancellationToken);
        _promises.Require(
            "the last run wrote nothing",
            story.LastRun.Writes.Count == 0,
            string.Join(", ", story.LastRun.Writes.Select(write => $"{write.Method} {write.Path}"))
        );
        var chain = new DrillChain(number, story.Production, head, merge, tag);
        await new StoryVerification(cast.Api, _promises).RunAsync(chain, cast.Folder.Summary, cancellationToken);
        _promises.ThrowIfBroken();
        return chain;
    }

    private async Task<JsonElement> PullRequestAsync(CancellationToken cancellationToken)
    {
        JsonElement[] pulls = [.. (await cast.Api.GetAsync("pulls?state=all&base=support/1.4", cancellationToken)).EnumerateArray()];
        _promises.Require("there is exactly one pull request into the support branch", pulls.Length == 1, $"{pulls.Length}");
        JsonElement one = await cast.Api.GetAsync($"pulls/{pulls[0].GetProperty("number").GetInt32()}", cancellationToken);
        _promises.Require("it is merged", one.GetProperty("merged").GetBoolean(), one.Text("state"));
        return one;
    }

    // git-cherry(1): '-' for a commit whose change the branch has.
    private async Task CommitsAsync(FixFromMainStory story, string head, CancellationToken cancellationToken)
    {
        string subjects = await GitAsync(["log", "--reverse", "--format=%s", $"{story.Production}..{head}"], cancellationToken);
        string wanted = await GitAsync(["log", "--no-walk=unsorted", "--format=%s", .. story.Commits], cancellationToken);
        _promises.Require($"its commits are those of #{story.PullRequest}, in their order", subjects == wanted, subjects);
        string bodies = await GitAsync(["log", "--format=%b", $"{story.Production}..{head}"], cancellationToken);
        _promises.Require("each says of which commit it is a copy", story.Commits.All(commit => bodies.Contains(commit, StringComparison.Ordinal)), bodies);
        string[] cherry = (await GitAsync(["cherry", $"refs/heads/{cast.Rehearsal.BaseBranch}", head, story.Production], cancellationToken)).Split('\n');
        bool areThere = cherry.Length == story.Commits.Count && cherry.All(line => line.StartsWith("- ", StringComparison.Ordinal));
        _promises.Require($"{cast.Rehearsal.BaseBranch} has each of them, by its change", areThere, string.Join(", ", cherry));
    }

    private async Task NothingIsOwedAsync(FixFromMainStory story, CancellationToken cancellationToken)
    {
        await new CarriedOver(cast.Api, cast.Git, cast.Folder.Mirror, _promises).NothingIsOwedAsync(cancellationToken);
        string main = await GitAsync(["rev-parse", $"refs/heads/{cast.Rehearsal.BaseBranch}"], cancellationToken);
        _promises.Require($"{cast.Rehearsal.BaseBranch} is where the colleague's merge left it", main == story.Main, main);
        JsonElement[] pulls = [.. (await cast.Api.GetAsync($"pulls?state=all&base={cast.Rehearsal.BaseBranch}", cancellationToken)).EnumerateArray()];
        _promises.Require($"nothing else was proposed for {cast.Rehearsal.BaseBranch}", pulls.Length == 1, $"{pulls.Length} pull requests");
    }

    private Task<string> GitAsync(string[] arguments, CancellationToken cancellationToken) =>
        cast.Git.RunAsync(cast.Folder.Mirror, arguments, cancellationToken);
}
