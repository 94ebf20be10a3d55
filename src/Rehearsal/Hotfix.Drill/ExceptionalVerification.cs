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
        var line = new SupportLineVerification(cast, fleet, _promises);
        await line.RunAsync(story.Production, (tag, merge, story.Head), story.OldReleases, cancellationToken);
        var carried = new CarriedOver(cast.Api, cast.Git, cast.Folder.Mirror, _promises);
        await carried.ChangeAsync(cast.Rehearsal.BaseBranch, story.Head, story.Production, cancellationToken);
        await carried.IssueAsync(cancellationToken);
        _promises.Require(
            "the last run wrote nothing",
            story.LastRun.Writes.Count == 0,
            string.Join(", ", story.LastRun.Writes.Select(write => $"{write.Method} {write.Path}"))
        );
        var chain = new DrillChain(number, story.Production, story.Head, merge, tag);
        await new StoryVerification(cast.Api, _promises).RunAsync(chain, cast.Folder.Summary, cancellationToken);
        await (cast.AlsoVerifies?.Invoke(_promises, chain, cancellationToken) ?? Task.CompletedTask);
        _promises.ThrowIfBroken();
        return chain;
    }

    private async Task<(int Number, string Merge)> PullRequestAsync(ExceptionalStory story, CancellationToken cancellationToken)
    {
        JsonElement[] pulls = [.. (await cast.Api.GetAsync("pulls?state=all&base=support/1.4", cancellationToken)).EnumerateArray()];
        _promises.Require("there is exactly one pull request into the support branch", pulls.Length == 1, $"{pulls.Length}");
        JsonElement one = await cast.Api.GetAsync($"pulls/{pulls[0].GetProperty("number").GetInt32()}", cancellationToken);
        _promises.Require(
            "it is merged, at the commit that the author made",
            one.GetProperty("merged").GetBoolean() && one.Text("head", "sha") == story.Head,
            one.Text("head", "sha")
        );
        _promises.Require(
            "it says why the lane is exceptional",
            one.Text("body").Contains("ended with failure", StringComparison.Ordinal),
            "its text does not"
        );
        JsonElement[] reviews = [.. (await cast.Api.GetAsync($"pulls/{one.GetProperty("number").GetInt32()}/reviews", cancellationToken)).EnumerateArray()];
        _promises.Require(
            "it was approved, though the support branch has no rules",
            reviews.Any(review => review.Text("state") == "APPROVED"),
            $"{reviews.Length} reviews"
        );
        return (one.GetProperty("number").GetInt32(), one.Text("merge_commit_sha"));
    }
}
