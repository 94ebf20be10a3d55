using Hotfix.Core.Snapshots;
using Hotfix.LocalGitHub;

namespace Hotfix.GitHub.Tests.Local;

public class RecentPullRequests
{
    private static readonly DateTimeOffset Day = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task ThatWereMergedAreFoundBehindAHundredNewerOnes()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Server.Remember(
            Shop.Repository,
            new Past
            {
                Actor = "ada",
                PullRequests = [Merged(shop, "hotfix/old", 0), .. Enumerable.Range(1, 130).Select(at => Merged(shop, $"feature/{at}", at))],
            }
        );

        IReadOnlyList<PullRequest> found = await shop.Reader("ada")
            .PullRequests.ListMergedAsync("hotfix/", Day.AddDays(-1), int.MaxValue, CancellationToken.None);

        Assert.Equal("hotfix/old", Assert.Single(found).HeadBranch.Value);
        Assert.Equal(2, shop.Server.Requests.Snapshot().Count(request => request.Path.Contains("/pulls", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task AreNotReadBeyondTheDate()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Server.Remember(
            Shop.Repository,
            new Past
            {
                Actor = "ada",
                PullRequests = [Merged(shop, "hotfix/old", 0), .. Enumerable.Range(1, 130).Select(at => Merged(shop, $"feature/{at}", at))],
            }
        );

        IReadOnlyList<PullRequest> found = await shop.Reader("ada")
            .PullRequests.ListMergedAsync("hotfix/", Day.AddDays(400), int.MaxValue, CancellationToken.None);

        Assert.Empty(found);
        Assert.Equal(1, shop.Server.Requests.Snapshot().Count(request => request.Path.Contains("/pulls", StringComparison.Ordinal)));
    }

    private static PastPullRequest Merged(Shop shop, string branch, int day) =>
        new(branch, "main")
        {
            BaseSha = shop.Work.Resolve("origin/main"),
            HeadSha = shop.Head.Value,
            MergeSha = shop.Head.Value,
            Title = "Past",
            Author = "ada",
            OpenedAt = Day.AddDays(day),
            MergedAt = Day.AddDays(day).AddHours(2),
        };
}

public class PullRequestOfAReader
{
    [Fact]
    public async Task IsForeignAndNeverAdopted()
    {
        await using Shop shop = await Shop.StartAsync();
        await shop.PostAsync(
            "rob",
            "pulls",
            new
            {
                title = "Mine",
                head = "hotfix/null-ref",
                @base = "main",
                body = "12 passed",
            }
        );

        PullRequest seen = Assert.Single(await shop.Reader("ada").PullRequests.ListAsync(shop.Open.Draft.HeadBranch, CancellationToken.None));
        Core.Errors.HotfixException refused = await Assert.ThrowsAsync<Core.Errors.HotfixException>(() =>
            shop.Writer("ada").ApplyAsync(shop.Open, CancellationToken.None)
        );

        Assert.Equal(("rob", true), (seen.Author, seen.IsForeign));
        Assert.Equal("HF3012", refused.Code);
        Assert.Contains(shop.Notices, notice => notice.Contains("rob, who may not write", StringComparison.Ordinal));
    }
}
