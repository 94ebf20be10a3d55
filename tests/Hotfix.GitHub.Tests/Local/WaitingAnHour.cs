using Hotfix.Core.Snapshots;
using Hotfix.LocalGitHub;

namespace Hotfix.GitHub.Tests.Local;

/// <summary>240 looks, fifteen seconds apart: an hour on the clock, which is advanced and not slept.</summary>
[Collection(nameof(Alone))]
public class WaitingAnHourForAReview
{
    private const int LooksOfAnHour = 240;

    [Fact]
    public async Task CostsNoRequestOfTheLimitWhileNothingChangesAndKeepsNoMemory()
    {
        await using Shop shop = await Shop.StartAsync();
        PullRequest open = await StartAsync(shop);
        GitHubAreas reader = shop.Reader("ada");
        await LookAsync(shop, reader, open);
        await LookAsync(shop, reader, open);
        int before = Counted(shop);
        long memory = GC.GetTotalMemory(forceFullCollection: true);

        for (int look = 0; look < LooksOfAnHour; look++)
            await LookAsync(shop, reader, open);

        int requests = shop.Server.Requests.Snapshot().Count;
        long grown = GC.GetTotalMemory(forceFullCollection: true) - memory;
        Assert.Equal(before, Counted(shop));
        Assert.InRange(requests, LooksOfAnHour, int.MaxValue);
        Assert.InRange(grown, long.MinValue, 12 * 1024 * 1024); // the server and its log of every exchange live in this process, too
    }

    [Fact]
    public async Task CostsOneRequestWhenOneCheckReports()
    {
        await using Shop shop = await Shop.StartAsync();
        PullRequest open = await StartAsync(shop);
        GitHubAreas reader = shop.Reader("ada");
        await LookAsync(shop, reader, open);
        await LookAsync(shop, reader, open);
        int before = Counted(shop);
        await shop.PostAsync("grace", $"statuses/{open.HeadSha}", new { context = "lint", state = "success" });
        int reported = Counted(shop, "grace");

        await LookAsync(shop, reader, open);
        await LookAsync(shop, reader, open);

        Assert.Equal(1, reported);
        Assert.Equal(before + 1, Counted(shop));
    }

    private static async Task<PullRequest> StartAsync(Shop shop)
    {
        shop.Server.AddRuleset(
            Shop.Repository,
            new Hotfix.LocalGitHub.Ruleset("main")
            {
                Rules = [new RulesetRule.PullRequest { RequiredApprovals = 1 }, new RulesetRule.RequiredStatusChecks([new RequiredStatusCheck("build")])],
            }
        );
        return await shop.OpenAsync();
    }

    private static async Task LookAsync(Shop shop, GitHubAreas reader, PullRequest open)
    {
        PullRequest seen = await reader.PullRequests.ReadAsync(open.Number, CancellationToken.None);
        await reader.Reviews.ListAsync(open.Number, CancellationToken.None);
        await reader.Checks.ListAsync(seen.HeadSha, CancellationToken.None);
        await reader.CheckSuites.ListAsync(seen.HeadSha, CancellationToken.None);
        await reader.Branches.CountBehindAsync(seen.BaseBranch, seen.HeadSha, CancellationToken.None);
        await reader.Branches.FindLastPusherAsync(seen.HeadBranch, CancellationToken.None);
        await reader.MergeDetails.ReadAsync(seen, isRefresh: false, CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(15), shop.Clock);
    }

    private static int Counted(Shop shop, string user = "ada") =>
        shop
            .Server.Requests.Snapshot()
            .Count(request => request.User == user && !request.NotModified && !request.Path.Contains(".git/", StringComparison.Ordinal));
}
