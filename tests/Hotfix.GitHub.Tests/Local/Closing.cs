using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Http;

namespace Hotfix.GitHub.Tests.Local;

public sealed class Closing
{
    [Fact]
    public async Task TwiceSaysTheReasonOnce()
    {
        await using Shop shop = await Shop.StartAsync();
        GitHubConnection connection = shop.Connect("ada");
        var writer = new StepWriter(connection);
        await writer.ApplyAsync(shop.Open, CancellationToken.None);
        PullRequest opened = Assert.Single(await new GitHubAreas(connection).PullRequests.ListAsync(shop.Open.Draft.HeadBranch, CancellationToken.None));
        var step = new PlanStep.ClosePullRequest(opened.Number, shop.Head, "This hotfix is abandoned: not needed");

        Outcome first = await writer.ApplyAsync(step, CancellationToken.None);
        Outcome second = await writer.ApplyAsync(step, CancellationToken.None);

        Assert.Equal((false, true), (first.WasFound, second.WasFound));
        Assert.Equal(PullRequestState.Closed, (await new GitHubAreas(connection).PullRequests.ReadAsync(opened.Number, CancellationToken.None)).State);
        Assert.Contains("not needed", Assert.Single(await shop.CommentsAsync(opened.Number)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsRefusedWhenTheHeadMoved()
    {
        await using Shop shop = await Shop.StartAsync();
        GitHubConnection connection = shop.Connect("ada");
        var writer = new StepWriter(connection);
        await writer.ApplyAsync(shop.Open, CancellationToken.None);
        PullRequest opened = Assert.Single(await new GitHubAreas(connection).PullRequests.ListAsync(shop.Open.Draft.HeadBranch, CancellationToken.None));
        var step = new PlanStep.ClosePullRequest(opened.Number, Core.Refs.CommitSha.Parse(new string('1', 40)), "not needed");

        HotfixException refused = await Assert.ThrowsAsync<HotfixException>(() => writer.ApplyAsync(step, CancellationToken.None));

        Assert.Equal("HF3010", refused.Code);
        Assert.Empty(await shop.CommentsAsync(opened.Number));
    }
}
