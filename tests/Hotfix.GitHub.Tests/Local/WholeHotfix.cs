using Hotfix.Core.Planning;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Tests.Scripted;

namespace Hotfix.GitHub.Tests.Local;

public class WholeHotfix
{
    [Fact]
    public async Task IsReadOpenedMergedAndReleasedInThirtyRequests()
    {
        await using Shop shop = await Shop.StartAsync();
        GitHubConnection connection = shop.Connect("ada");
        var reader = new GitHubReader(connection);
        var writer = new GitHubWriter(connection);

        (int number, CommitSha merge) = await MergeAsync(shop, reader, writer);
        PlanStep.UploadAsset asset = Files.Upload(shop.Files, "shop.zip", "content") with { Tag = ReleaseTag.TryParse("v1.0.1")! };
        PublishedRelease released = await ReleaseAsync(shop, (reader, writer), asset, merge);

        PullRequest merged = await reader.ReadPullRequestAsync(number, CancellationToken.None);
        Assert.Equal((PullRequestState.Merged, merge, "ada"), (merged.State, merged.MergeCommitSha, merged.MergedBy));
        Assert.Equal(new ReleaseAsset("shop.zip", 7, IsUploaded: true, asset.Sha256), Assert.Single(released.Assets));
        Assert.InRange(connection.Traffic.Requests, 10, 30);
        Assert.All(connection.Traffic.Log, entry => Assert.True(entry.Status < 400 || (entry.Status == 404 && entry.Address.EndsWith("/releases/latest", StringComparison.Ordinal)), entry.ToString()));
    }

    private static async Task<(int Number, CommitSha Merge)> MergeAsync(Shop shop, GitHubReader reader, GitHubWriter writer)
    {
        Assert.Equal("ada", await reader.ReadLoginAsync(CancellationToken.None));
        Assert.True(await reader.ReadRepositoryAsync(CancellationToken.None) is { FullName: "acme/shop", CanPush: true });
        Assert.Empty((await reader.ReadRulesAsync(BranchName.Parse("main"), CancellationToken.None)).Unreadable);
        Assert.Empty(await reader.ListPullRequestsAsync(shop.Open.Draft.HeadBranch, CancellationToken.None));
        await writer.ApplyAsync(shop.Open, CancellationToken.None);

        PullRequest open = Assert.Single(await reader.ListPullRequestsAsync(shop.Open.Draft.HeadBranch, CancellationToken.None));
        Assert.Equal((shop.Head, "ada", PullRequestState.Open), (open.HeadSha, open.Author, open.State));
        Assert.Equal(["hotfix", "grace"], open.Labels.Concat(open.RequestedReviewers));
        Assert.Empty(await reader.ListChecksAsync(shop.Head, CancellationToken.None));
        Assert.Empty(await reader.ListReviewsAsync(open.Number, CancellationToken.None));

        Outcome merged = await writer.ApplyAsync(new PlanStep.MergePullRequest(open.Number, shop.Head, MergeMethod.Squash, open.Title), CancellationToken.None);
        CommitSha merge = CommitSha.Parse(merged.Evidence);
        Assert.Equal(open.Number, (await reader.FindPullRequestOfCommitAsync(merge, CancellationToken.None))?.Number);
        return (open.Number, merge);
    }

    private static async Task<PublishedRelease> ReleaseAsync(Shop shop, (GitHubReader Reader, GitHubWriter Writer) github, PlanStep.UploadAsset asset, CommitSha merge)
    {
        shop.Work.Git(["fetch", "--quiet", "origin"]);
        shop.Work.Git(["tag", "--annotate", "v1.0.1", "--message", "v1.0.1", merge.Value]);
        shop.Work.Git(["push", "--quiet", "origin", "v1.0.1"]);
        Assert.Null(await github.Reader.FindReleaseAsync(asset.Tag, CancellationToken.None));
        Assert.Null(await github.Reader.ReadLatestReleaseAsync(CancellationToken.None)); // 404

        await github.Writer.ApplyAsync(new PlanStep.DraftRelease(asset.Tag, merge, "1.0.1", "Fixes it."), CancellationToken.None);
        await github.Writer.ApplyAsync(asset, CancellationToken.None);
        await github.Writer.ApplyAsync(new PlanStep.PublishRelease(asset.Tag, IsLatest: true, [asset]), CancellationToken.None);
        return (await github.Reader.ReadLatestReleaseAsync(CancellationToken.None))!;
    }
}
