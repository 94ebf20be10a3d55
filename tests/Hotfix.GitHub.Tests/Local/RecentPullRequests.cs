using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.Tests.Local;

public class RecentPullRequests
{
    [Fact]
    public async Task AreListedInEveryState()
    {
        await using Shop shop = await Shop.StartAsync();
        PullRequest opened = await shop.OpenAsync();
        string prefix = opened.HeadBranch.Value[..(opened.HeadBranch.Value.IndexOf('/', StringComparison.Ordinal) + 1)];
        IReadOnlyList<PullRequest> before = await shop.Reader("ada").ListRecentPullRequestsAsync(prefix, CancellationToken.None);
        await shop.SendAsync(HttpMethod.Patch, "ada", $"pulls/{opened.Number}", new { state = "closed" });

        IReadOnlyList<PullRequest> after = await shop.Reader("ada").ListRecentPullRequestsAsync(prefix, CancellationToken.None);
        IReadOnlyList<PullRequest> open = await shop.Reader("ada").ListOpenPullRequestsAsync(prefix, CancellationToken.None);

        Assert.Equal(PullRequestState.Open, Assert.Single(before).State);
        Assert.Equal((opened.Number, PullRequestState.Closed), (Assert.Single(after).Number, after[0].State));
        Assert.Empty(open);
        Assert.Empty(await shop.Reader("ada").ListRecentPullRequestsAsync("other/", CancellationToken.None));
    }
}
