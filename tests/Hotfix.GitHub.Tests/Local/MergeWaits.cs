using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.LocalGitHub;
using Hotfix.LocalGitHub.Faults;
using Ruleset = Hotfix.LocalGitHub.Ruleset;

namespace Hotfix.GitHub.Tests.Local;

/// <summary>The ports for what a merge waits for, against a server with state.</summary>
public class OpenPullRequest
{
    private static readonly BranchName Main = BranchName.Parse("main");

    [Fact]
    public async Task NamesItsUnresolvedConversationsAndAwaitedOwners()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.PushToMain(".github/CODEOWNERS", "* @grace\n/docs/ @rob\n");
        PullRequest open = await shop.OpenAsync();
        await shop.PostAsync(
            "grace",
            $"pulls/{open.Number}/reviews",
            new
            {
                @event = "COMMENT",
                body = "Hm.",
                comments = new[]
                {
                    new
                    {
                        path = "app.txt",
                        body = "Why?",
                        position = 1,
                    },
                },
            }
        );

        MergeDetail detail = await shop.Reader("ada").MergeDetails.ReadAsync(open, isRefresh: false, CancellationToken.None);

        ReviewConversation conversation = Assert.Single(detail.Unresolved);
        Assert.Equal(("grace", "app.txt"), (conversation.OpenedBy, conversation.Path));
        Assert.StartsWith($"{shop.Server.Address}acme/shop/pull/", conversation.Url, StringComparison.Ordinal);
        Assert.Empty(detail.AwaitedCodeOwners); // she has spoken
        Assert.Null(detail.Queue);
    }

    [Fact]
    public async Task NamesTheOwnerWhoWasAsked()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.PushToMain("CODEOWNERS", "*.txt @grace\n");
        shop.Server.AddRuleset(Shop.Repository, new Ruleset("owners") { Rules = [new RulesetRule.PullRequest { RequireCodeOwnerReview = true }] });
        PullRequest open = await shop.OpenAsync();

        MergeDetail before = await shop.Reader("ada").MergeDetails.ReadAsync(open, isRefresh: false, CancellationToken.None);
        HotfixException refused = await Assert.ThrowsAsync<HotfixException>(() => shop.Writer("ada").ApplyAsync(shop.Merge(open), CancellationToken.None));
        await shop.PostAsync("grace", $"pulls/{open.Number}/reviews", new { @event = "APPROVE" });
        MergeDetail after = await shop.Reader("ada").MergeDetails.ReadAsync(open, isRefresh: true, CancellationToken.None);

        Assert.Equal(["grace"], before.AwaitedCodeOwners);
        Assert.Equal(("HF3009", "blocked", "review_required"), (refused.Code, before.MergeState, before.ReviewVerdict));
        Assert.Contains("Waiting on code owner review from grace.", refused.Refusal.Why, StringComparison.Ordinal);
        Assert.Equal(("clean", "approved"), (after.MergeState, after.ReviewVerdict));
    }

    [Fact]
    public async Task IsAskedAboutByGraphQLOnlyWhenRestSeesAChange()
    {
        await using Shop shop = await Shop.StartAsync();
        PullRequest open = await shop.OpenAsync();
        var reader = new GitHubAreas(shop.Connect("ada"));

        for (int look = 0; look < 20; look++)
        {
            await reader.MergeDetails.ReadAsync(
                await reader.PullRequests.ReadAsync(open.Number, CancellationToken.None),
                isRefresh: false,
                CancellationToken.None
            );
        }

        Assert.Equal(1, shop.Server.Requests.Snapshot().Count(request => request.Path == "/graphql"));
    }

    [Fact]
    public async Task NamesTheRunThatWaitsForApproval()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.PushToMain(".github/workflows/ci.yml", "name: CI\non: pull_request\n");
        await shop.OpenAsync();
        long run = await shop.Server.StartRunAsync(Shop.Repository, "ci.yml", "hotfix/null-ref", "pull_request");
        await shop.Server.ReportRunAsync(Shop.Repository, run, new WorkflowRunReport("completed", "action_required"));

        CheckSuite suite = Assert.Single(await shop.Reader("ada").CheckSuites.ListAsync(shop.Head, CancellationToken.None));
        await shop.PostAsync("grace", $"actions/runs/{run}/approve", new { });
        CheckSuite approved = Assert.Single(await shop.Reader("ada").CheckSuites.ListAsync(shop.Head, CancellationToken.None));

        Assert.Equal(
            (CheckState.ActionRequired, "action_required", ".github/workflows/ci.yml", ".github/workflows/ci.yml", "pull_request"),
            (suite.State, suite.Detail, suite.Workflow, suite.WorkflowPath, suite.Event)
        );
        Assert.Equal($"{shop.Server.Address}acme/shop/actions/runs/{run}", suite.Url);
        Assert.Equal((CheckState.Pending, "queued"), (approved.State, approved.Detail));
    }

    [Fact]
    public async Task KnowsHowFarItIsBehindAndWhoPushedLast()
    {
        await using Shop shop = await Shop.StartAsync();
        PullRequest open = await shop.OpenAsync();
        GitHubAreas reader = shop.Reader("ada");
        int before = await reader.Branches.CountBehindAsync(Main, open.HeadSha, CancellationToken.None);
        shop.PushToMain("other.txt", "meanwhile");

        Assert.Equal(0, before);
        Assert.Equal(1, await reader.Branches.CountBehindAsync(Main, open.HeadSha, CancellationToken.None));
        Assert.Equal("ada", await reader.Branches.FindLastPusherAsync(BranchName.Parse("hotfix/null-ref"), CancellationToken.None));
        Assert.Equal("acme", await reader.Branches.FindLastPusherAsync(Main, CancellationToken.None));
        Assert.Null(await reader.Branches.FindLastPusherAsync(BranchName.Parse("nobody/was-here"), CancellationToken.None));
    }
}

public class HeadThatIsBehind
{
    public static TheoryData<FaultKind?> Kinds => [null, FaultKind.ResetAfter, FaultKind.TruncatedBody, FaultKind.ResetBefore];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task GetsTheBaseOnce(FaultKind? kind)
    {
        await using Shop shop = await Shop.StartAsync();
        PullRequest open = await shop.OpenAsync();
        shop.PushToMain("other.txt", "meanwhile");
        if (kind is { } fault)
            shop.Server.Faults.Add(new Fault(fault) { Method = "PUT", Path = "/repos/acme/shop/pulls/*/update-branch" });

        Outcome outcome = await shop.Writer("ada").ApplyAsync(shop.Update(open), CancellationToken.None);

        shop.Work.Git(["fetch", "--quiet", "origin"]);
        Assert.Equal(shop.Work.Resolve("origin/hotfix/null-ref"), outcome.Evidence);
        Assert.Equal(open.HeadSha.Value, shop.Work.Resolve("origin/hotfix/null-ref^1"));
        Assert.Equal(shop.Work.Resolve("origin/main"), shop.Work.Resolve("origin/hotfix/null-ref^2"));
        Assert.Equal(kind is FaultKind.ResetAfter or FaultKind.TruncatedBody, outcome.WasFound);
    }

    [Fact]
    public async Task IsLeftAloneWhenSomebodyPushed()
    {
        await using Shop shop = await Shop.StartAsync();
        PullRequest open = await shop.OpenAsync();
        shop.PushToMain("other.txt", "meanwhile");
        string pushed = shop.PushAgain();

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => shop.Writer("ada").ApplyAsync(shop.Update(open), CancellationToken.None));

        Assert.Equal("HF3010", error.Code);
        Assert.Equal(pushed, shop.Work.Git(["ls-remote", "origin", "refs/heads/hotfix/null-ref"])[..40]);
    }

    [Fact]
    public async Task ThatConflictsIsSaidSo()
    {
        await using Shop shop = await Shop.StartAsync();
        PullRequest open = await shop.OpenAsync();
        shop.PushToMain("app.txt", "something else entirely\n");

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => shop.Writer("ada").ApplyAsync(shop.Update(open), CancellationToken.None));

        Assert.Equal("HF3062", error.Code);
        Assert.Contains("merge conflict between base and head", error.Refusal.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NeedsNothingWhenItIsNotBehind()
    {
        await using Shop shop = await Shop.StartAsync();
        PullRequest open = await shop.OpenAsync();

        Outcome outcome = await shop.Writer("ada").ApplyAsync(shop.Update(open), CancellationToken.None);

        Assert.Equal((open.HeadSha.Value, true), (outcome.Evidence, outcome.WasFound));
    }
}

public class RepositoryWithAutoMerge
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task IsArmedOnceAtTheExpectedHead(bool isAnswerLost)
    {
        await using Shop shop = await StartAsync();
        PullRequest open = await shop.OpenAsync();
        StepWriter writer = shop.Writer("ada");
        if (isAnswerLost)
            shop.Server.Faults.Add(new Fault(FaultKind.ResetAfter) { Method = "POST", Path = "/graphql" });

        Outcome armed = await writer.ApplyAsync(new PlanStep.ArmAutoMerge(open.Number, open.NodeId, open.HeadSha, MergeMethod.Squash), CancellationToken.None);
        PullRequest seen = await shop.Reader("grace").PullRequests.ReadAsync(open.Number, CancellationToken.None);

        Assert.Equal(("armed by ada", isAnswerLost), (armed.Evidence, armed.WasFound));
        Assert.Equal(new AutoMerge("ada", MergeMethod.Squash), seen.AutoMerge);
    }

    // GitHub would call a squash of one commit like that commit.
    [Fact]
    public async Task IsMergedUnderThePullRequestsTitle()
    {
        await using Shop shop = await StartAsync();
        PullRequest open = await shop.OpenAsync();
        var arm = new PlanStep.ArmAutoMerge(open.Number, open.NodeId, open.HeadSha, MergeMethod.Squash) { Headline = "fix: null ref in checkout (#1)" };
        await shop.Writer("ada").ApplyAsync(arm, CancellationToken.None);

        await shop.PassAsync(open.HeadSha.Value);
        await shop.SendAsync(HttpMethod.Post, "grace", $"pulls/{open.Number}/reviews", new { @event = "APPROVE" });

        shop.Work.Git(["fetch", "--quiet", "origin"]);
        Assert.Equal("fix: null ref in checkout (#1)", shop.Work.Git(["log", "-1", "--format=%s", "origin/main"]).Trim());
    }

    [Fact]
    public async Task IsNotArmedAtAnotherHead()
    {
        await using Shop shop = await StartAsync();
        PullRequest open = await shop.OpenAsync();
        shop.PushAgain();

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() =>
            shop.Writer("ada").ApplyAsync(new PlanStep.ArmAutoMerge(open.Number, open.NodeId, open.HeadSha, MergeMethod.Merge), CancellationToken.None)
        );

        Assert.Equal("HF3010", error.Code);
        Assert.Null((await shop.Reader("grace").PullRequests.ReadAsync(open.Number, CancellationToken.None)).AutoMerge);
    }

    [Fact]
    public async Task ThatIsSwitchedOffSaysSo()
    {
        await using Shop shop = await Shop.StartAsync();
        PullRequest open = await shop.OpenAsync();

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() =>
            shop.Writer("ada").ApplyAsync(new PlanStep.ArmAutoMerge(open.Number, open.NodeId, open.HeadSha, MergeMethod.Merge), CancellationToken.None)
        );

        Assert.Equal("HF3060", error.Code);
        Assert.Contains("Auto merge is not allowed for this repository", error.Refusal.Why, StringComparison.Ordinal);
    }

    private static async Task<Shop> StartAsync()
    {
        Shop shop = await Shop.StartAsync();
        await shop.SendAsync(HttpMethod.Patch, "acme", "", new { allow_auto_merge = true });
        shop.Server.ProtectBranch(Shop.Repository, "main", new BranchProtectionRule { RequiredApprovals = 1 });
        return shop;
    }
}

public class BranchWithAMergeQueue
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task MergesWhatWasQueuedOnce(bool isAnswerLost)
    {
        await using Shop shop = await StartAsync();
        PullRequest open = await shop.OpenAsync();
        await shop.PassAsync(open.HeadSha.Value);
        if (isAnswerLost)
        {
            shop.Server.Faults.Add(
                new Fault(FaultKind.ResetAfter)
                {
                    Method = "POST",
                    Path = "/graphql",
                    Skip = 1,
                }
            );
        }

        Outcome queued = await shop.Writer("ada")
            .ApplyAsync(new PlanStep.Enqueue(open.Number, open.NodeId, open.HeadSha, JumpReason: null), CancellationToken.None);
        MergeDetail detail = await shop.Reader("ada").MergeDetails.ReadAsync(open, isRefresh: true, CancellationToken.None);
        await shop.PassAsync(shop.GroupHead());
        PullRequest merged = await shop.Reader("ada").PullRequests.ReadAsync(open.Number, CancellationToken.None);

        Assert.Equal(("place 1, about 5 min", isAnswerLost), (queued.Evidence, queued.WasFound));
        Assert.Equal(
            (1, "awaiting_checks", TimeSpan.FromMinutes(5), false),
            (detail.Queue!.Position, detail.Queue.State, detail.Queue.Estimate, detail.Queue.IsAhead)
        );
        Assert.Equal((PullRequestState.Merged, open.HeadSha), (merged.State, merged.HeadSha));
        Assert.Equal(merged.MergeCommitSha?.Value, shop.Work.Git(["ls-remote", "origin", "refs/heads/main"])[..40]);
    }

    [Fact]
    public async Task SaysWhyItWasTakenOut()
    {
        await using Shop shop = await StartAsync();
        PullRequest open = await shop.OpenAsync();
        await shop.PassAsync(open.HeadSha.Value);
        await shop.Writer("ada").ApplyAsync(new PlanStep.Enqueue(open.Number, open.NodeId, open.HeadSha, JumpReason: null), CancellationToken.None);

        await shop.PassAsync(shop.GroupHead(), "failure");
        MergeDetail failed = await shop.Reader("ada").MergeDetails.ReadAsync(open, isRefresh: true, CancellationToken.None);

        Assert.Equal(("failed_checks", "github-merge-queue"), (failed.LastRemoval!.Reason, failed.LastRemoval.By));
        Assert.DoesNotContain("gh-readonly-queue", shop.Work.Git(["ls-remote", "origin"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LetsOnlyAnAdministratorJump()
    {
        await using Shop shop = await StartAsync();
        PullRequest open = await shop.OpenAsync();
        await shop.PassAsync(open.HeadSha.Value);
        var step = new PlanStep.Enqueue(open.Number, open.NodeId, open.HeadSha, "checkout is down");

        HotfixException refused = await Assert.ThrowsAsync<HotfixException>(() => shop.Writer("ada").ApplyAsync(step, CancellationToken.None));
        await shop.Writer("acme").ApplyAsync(step, CancellationToken.None);
        MergeDetail detail = await shop.Reader("ada").MergeDetails.ReadAsync(open, isRefresh: true, CancellationToken.None);

        Assert.Equal("HF3004", refused.Code);
        Assert.True(detail.Queue!.IsAhead);
    }

    [Fact]
    public async Task DropsWhatWasPushedToMeanwhile()
    {
        await using Shop shop = await StartAsync();
        PullRequest open = await shop.OpenAsync();
        await shop.PassAsync(open.HeadSha.Value);
        await shop.Writer("ada").ApplyAsync(new PlanStep.Enqueue(open.Number, open.NodeId, open.HeadSha, JumpReason: null), CancellationToken.None);

        shop.PushAgain();
        MergeDetail detail = await shop.Reader("ada").MergeDetails.ReadAsync(open, isRefresh: true, CancellationToken.None);

        Assert.Null(detail.Queue);
        Assert.Equal("head_moved", detail.LastRemoval!.Reason);
    }

    private static async Task<Shop> StartAsync()
    {
        Shop shop = await Shop.StartAsync();
        shop.Server.AddRuleset(
            Shop.Repository,
            new Ruleset("queue") { Rules = [new RulesetRule.MergeQueueRule(), new RulesetRule.RequiredStatusChecks([new RequiredStatusCheck("build")])] }
        );
        return shop;
    }
}
