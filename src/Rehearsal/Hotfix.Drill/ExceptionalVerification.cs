using System.Text.Json;
using Hotfix.Drill.Players;

namespace Hotfix.Drill;

/// <summary>Looks at the server with git and plain REST, and at the machines, as somebody who does not trust the targets would.</summary>
internal sealed class ExceptionalVerification(DrillCast cast, Fleet fleet)
{
    private readonly Promises _promises = new(cast.Scene.Progress);

    /// <exception cref="Core.Errors.HotfixException">HF5906 with every promise that was not kept.</exception>
    public async Task<DrillChain> RunAsync(ExceptionalStory story, CancellationToken cancellationToken)
    {
        string tag = cast.Rehearsal.ExpectedTag!;
        (int number, string merge) = await PullRequestAsync(story, cancellationToken);
        await HistoryAsync(story, tag, merge, cancellationToken);
        await ReleasesAsync(story, tag, cancellationToken);
        foreach (string environment in new[] { Pipeline.Staging, Pipeline.Production })
        {
            await DeploymentAsync(environment, merge, cancellationToken);
        }

        await ForwardPortAsync(story, cancellationToken);
        _promises.Require("the last run wrote nothing", story.LastRun.Writes.Count == 0, string.Join(", ", story.LastRun.Writes.Select(write => $"{write.Method} {write.Path}")));
        var chain = new DrillChain(number, story.Production, story.Head, merge, tag);
        await new StoryVerification(cast.Api, _promises).RunAsync(chain, cast.Folder.Summary, cancellationToken);
        _promises.ThrowIfBroken();
        return chain;
    }

    private async Task<(int Number, string Merge)> PullRequestAsync(ExceptionalStory story, CancellationToken cancellationToken)
    {
        JsonElement[] pulls = [.. (await cast.Api.GetAsync("pulls?state=all&base=support/1.4", cancellationToken)).EnumerateArray()];
        _promises.Require("there is exactly one pull request into the support branch", pulls.Length == 1, $"{pulls.Length}");
        JsonElement one = await cast.Api.GetAsync($"pulls/{pulls[0].GetProperty("number").GetInt32()}", cancellationToken);
        _promises.Require("it is merged, at the commit that the author made", one.GetProperty("merged").GetBoolean() && one.Text("head", "sha") == story.Head, one.Text("head", "sha"));
        _promises.Require("it says why the lane is exceptional", one.Text("body").Contains("ended with failure", StringComparison.Ordinal), "its text does not");
        JsonElement[] reviews = [.. (await cast.Api.GetAsync($"pulls/{one.GetProperty("number").GetInt32()}/reviews", cancellationToken)).EnumerateArray()];
        _promises.Require("it was approved, though the support branch has no rules", reviews.Any(review => review.Text("state") == "APPROVED"), $"{reviews.Length} reviews");
        return (one.GetProperty("number").GetInt32(), one.Text("merge_commit_sha"));
    }

    private async Task HistoryAsync(ExceptionalStory story, string tag, string merge, CancellationToken cancellationToken)
    {
        string parents = await GitAsync(["rev-list", "--parents", "--max-count=1", merge], cancellationToken);
        _promises.Require("the support line is production's commit, and the fix on it", parents == $"{merge} {story.Production} {story.Head}", parents);
        string tip = await GitAsync(["rev-parse", "refs/heads/support/1.4"], cancellationToken);
        _promises.Require("nothing else is on the support branch", tip == merge, tip);
        string tagged = await GitAsync(["rev-parse", $"refs/tags/{tag}^{{commit}}"], cancellationToken);
        _promises.Require($"{tag}, the next free patch, names the merge commit", tagged == merge, tagged);
        string text = await GitAsync(["cat-file", "-p", $"refs/tags/{tag}"], cancellationToken);
        _promises.Require($"{tag} says that it is a hotfix tag", text.Contains("Hotfix-Lane: exceptional", StringComparison.Ordinal), text);
    }

    private async Task ReleasesAsync(ExceptionalStory story, string tag, CancellationToken cancellationToken)
    {
        JsonElement[] all = [.. (await cast.Api.GetAsync("releases?per_page=100", cancellationToken)).EnumerateArray()];
        _promises.Require("exactly one release is new, and no draft is left", all.Length == story.OldReleases + 1 && all.All(release => !release.GetProperty("draft").GetBoolean()), $"{all.Length - story.OldReleases} new");
        string latest = (await cast.Api.GetAsync("releases/latest", cancellationToken)).Text("tag_name");
        _promises.Require($"the latest release is still the higher v1.5.0, not {tag}", latest == "v1.5.0", latest);
    }

    private async Task DeploymentAsync(string environment, string merge, CancellationToken cancellationToken)
    {
        JsonElement[] deployments = [.. (await cast.Api.GetAsync($"deployments?environment={environment}&sha={merge}", cancellationToken)).EnumerateArray()];
        string[] states = await Task.WhenAll(deployments.Select(async deployment =>
            (await cast.Api.GetAsync($"deployments/{deployment.GetProperty("id").GetInt64()}/statuses", cancellationToken)).EnumerateArray().Select(status => status.Text("state")).FirstOrDefault() ?? "none"));
        _promises.Require($"GitHub has a successful deployment of that commit to {environment}", states.Contains("success"), string.Join(", ", states));
        _promises.Require($"{environment} answers that commit", fleet.Runs(environment).Contains(merge, StringComparison.Ordinal), fleet.Runs(environment));
    }

    private async Task ForwardPortAsync(ExceptionalStory story, CancellationToken cancellationToken)
    {
        // git-cherry(1): '-' for a commit whose change the branch has.
        string cherry = await GitAsync(["cherry", $"refs/heads/{cast.Rehearsal.BaseBranch}", story.Head, story.Production], cancellationToken);
        _promises.Require($"{cast.Rehearsal.BaseBranch} has the fix, by its change", cherry == $"- {story.Head}", cherry);
        JsonElement[] debts = [.. (await cast.Api.GetAsync("issues?state=all&labels=forward-port", cancellationToken)).EnumerateArray().Where(issue => !issue.TryGetProperty("pull_request", out _))];
        _promises.Require("its issue is closed as completed", debts is [var debt] && debt.Text("state") == "closed" && debt.Text("state_reason") == "completed", string.Join(", ", debts.Select(debt => debt.Text("state"))));
    }

    private Task<string> GitAsync(string[] arguments, CancellationToken cancellationToken) => cast.Git.RunAsync(cast.Folder.Mirror, arguments, cancellationToken);
}
