using Octokit;

namespace Hotfix.LocalGitHub.Tests;

public sealed class PullRequestLifecycle
{
    [Fact]
    public async Task MergedHeadIsDeletedWhereTheRepositorySaysSo()
    {
        await using Lab lab = await Lab.StartAsync();
        await lab.Client("acme").Repository.Edit("acme", "shop", new RepositoryUpdate { Name = "shop", DeleteBranchOnMerge = true });
        PullRequest pull = await lab.OpenAsync("topic");

        await lab.Client("dev").PullRequest.Merge("acme", "shop", pull.Number, new MergePullRequest());

        Assert.Equal("", lab.Work.Git(["ls-remote", "origin", "refs/heads/topic"]));
    }

    [Fact]
    public async Task DeletedHeadClosesIt()
    {
        await using Lab lab = await Lab.StartAsync();
        PullRequest pull = await lab.OpenAsync("topic");

        lab.Work.Git(["push", "--quiet", "origin", ":topic"]);

        PullRequest seen = await lab.Client("dev").PullRequest.Get("acme", "shop", pull.Number);
        Assert.Equal((ItemState.Closed, false), (seen.State.Value, seen.Merged));
    }

    [Fact]
    public async Task HeadPushedToTheBaseCountsAsMerged()
    {
        await using Lab lab = await Lab.StartAsync();
        PullRequest pull = await lab.OpenAsync("topic");

        lab.Work.Git(["push", "--quiet", "origin", "topic:main"]);

        PullRequest seen = await lab.Client("dev").PullRequest.Get("acme", "shop", pull.Number);
        Assert.Equal((true, pull.Head.Sha), (seen.Merged, seen.MergeCommitSha));
    }

    [Fact]
    public async Task MethodThatIsSwitchedOffIsRefused()
    {
        await using Lab lab = await Lab.StartAsync();
        await lab.Client("acme").Repository.Edit("acme", "shop", new RepositoryUpdate { Name = "shop", AllowSquashMerge = false });
        PullRequest pull = await lab.OpenAsync("topic");

        var refused = await Assert.ThrowsAsync<PullRequestNotMergeableException>(() =>
            lab.Client("dev").PullRequest.Merge("acme", "shop", pull.Number, new MergePullRequest { MergeMethod = PullRequestMergeMethod.Squash })
        );

        Assert.Equal("Squash merges are not allowed on this repository.", refused.Message);
    }

    [Fact]
    public async Task RulesetHoldsTheMergeAndIsListed()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.AddRuleset(
            Lab.Repository,
            new Ruleset("base") { Rules = [new RulesetRule.PullRequest { RequiredApprovals = 2 }, new RulesetRule.RequiredStatusChecks([new("build")])] }
        );
        PullRequest pull = await lab.OpenAsync("topic");

        var refused = await Assert.ThrowsAsync<PullRequestNotMergeableException>(() =>
            lab.Client("dev").PullRequest.Merge("acme", "shop", pull.Number, new MergePullRequest())
        );
        string rules = await lab.Http("guest").GetStringAsync("/repos/acme/shop/rules/branches/main");

        Assert.StartsWith("Repository rule violations found", refused.Message, StringComparison.Ordinal);
        Assert.Contains("\"required_approving_review_count\":2", rules, StringComparison.Ordinal);
        Assert.Equal(MergeableState.Blocked, (await lab.Client("dev").PullRequest.Get("acme", "shop", pull.Number)).MergeableState!.Value.Value);
    }

    [Fact]
    public async Task CommentsAreKeptAndEdited()
    {
        await using Lab lab = await Lab.StartAsync();
        PullRequest pull = await lab.OpenAsync("topic");
        IIssueCommentsClient comments = lab.Client("dev").Issue.Comment;

        IssueComment made = await comments.Create("acme", "shop", pull.Number, "first");
        await comments.Update("acme", "shop", made.Id, "second");

        Assert.Equal("second", Assert.Single(await comments.GetAllForIssue("acme", "shop", pull.Number)).Body);
    }
}
