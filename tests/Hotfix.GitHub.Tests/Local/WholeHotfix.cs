using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Http;

namespace Hotfix.GitHub.Tests.Local;

public class WholeHotfix
{
    [Fact]
    public async Task IsReadOpenedMergedAndReleasedInThirtyRequests()
    {
        await using Shop shop = await Shop.StartAsync();
        var walk = new HotfixWalk(shop);

        await walk.WalkAsync();

        Assert.Equal((PullRequestState.Merged, shop.Head, walk.MergeCommit), (walk.Merged.State, walk.Merged.HeadSha, walk.Merged.MergeCommitSha));
        Assert.Equal(["hotfix", "grace", "ada", "Tested."], [.. walk.Merged.Labels, .. walk.Merged.RequestedReviewers, walk.Merged.Author, walk.Merged.Body]);
        Assert.Equal(("v1.0.1", false), (walk.Released.TagName, walk.Released.IsDraft));
        Assert.Equal(new ReleaseAsset("shop.zip", 7, IsUploaded: true, walk.Asset.Sha256), Assert.Single(walk.Released.Assets));
        Assert.InRange(walk.Connection.Traffic.Requests, 10, 30);
    }

    [Fact]
    public async Task MeetsNoErrorButTheMissingLatestRelease()
    {
        await using Shop shop = await Shop.StartAsync();
        var walk = new HotfixWalk(shop);

        await walk.WalkAsync();

        TrafficEntry failed = Assert.Single(walk.Connection.Traffic.Log, entry => entry.Status >= 400);
        Assert.EndsWith("/releases/latest", failed.Address, StringComparison.Ordinal);
    }
}
