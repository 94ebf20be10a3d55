using System.Text.Json.Nodes;
using Hotfix.LocalGitHub;
using Hotfix.LocalGitHub.Faults;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios;

/// <summary>What a repository's rules can ask for before a merge: each is named while it is missing, and none is bypassed.</summary>
public sealed class WaitingForTheRules : IAsyncDisposable
{
    private static readonly RulesetRule.PullRequest OneApproval = new() { RequiredApprovals = 1 };
    private static readonly RequiredStatusCheck Build = new("build");
    private HotfixLab _lab = null!;

    public async ValueTask DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task AHeadThatIsBehindGetsTheBaseAndIsCheckedAndReviewedAgain()
    {
        using TargetRun run = await OpenAsync(OneApproval, new RulesetRule.RequiredStatusChecks([Build], Strict: true));
        string tested = await HeadAsync();
        _lab.MoveMain("src/other.txt", "meanwhile");
        await run.ShouldPrintAsync("done: bring main into #1");

        string updated = await HeadAsync();
        Assert.NotEqual(tested, updated);
        await _lab.LetThroughAsync(updated);

        (await run.EndAsync()).ShouldExitWith(0);
        JsonNode pull = await _lab.PullRequestAsync(1);
        Assert.NotNull(pull["merged_at"]);
        Assert.Equal(updated, pull["head"]!["sha"]!.GetValue<string>());
        Assert.Single(await _lab.ListAsync("releases"));
    }

    // Classic protection is shown to administrators alone, and then only GitHub's own "behind" tells.
    [Fact]
    public async Task AHeadThatIsBehindByProtectionThatCannotBeReadGetsTheBase()
    {
        _lab = await HotfixLab.StartAsync(server =>
            server.ProtectBranch(
                HotfixLab.FullName,
                "main",
                new BranchProtectionRule
                {
                    RequiredApprovals = 1,
                    RequiredChecks = [Build],
                    Strict = true,
                }
            )
        );
        using TargetRun run = await OpenAsync();
        string tested = await HeadAsync();
        _lab.MoveMain("src/other.txt", "meanwhile");
        await _lab.LetThroughAsync(tested);
        await run.ShouldPrintAsync("done: bring main into #1");

        string updated = await HeadAsync();
        await _lab.LetThroughAsync(updated);

        (await run.EndAsync()).ShouldExitWith(0);
        Assert.NotEqual(tested, updated);
        Assert.Equal(updated, (await _lab.PullRequestAsync(1))["head"]!["sha"]!.GetValue<string>());
        Assert.DoesNotContain(_lab.Server.Requests.Snapshot(), request => request is { Method: "PUT", Status: 405 });
    }

    [Fact]
    public async Task AMergeThatIsRefusedForTheMomentIsLookedAtAgain()
    {
        using TargetRun run = await OpenAsync(OneApproval, new RulesetRule.RequiredStatusChecks([Build]));
        _lab.Server.Faults.Add(
            new Fault(FaultKind.Status)
            {
                Method = "PUT",
                Path = "/repos/*/pulls/1/merge",
                Status = 405,
                Message = "Base branch was modified. Review and try the merge again.",
                Count = 2,
            }
        );
        await _lab.LetThroughAsync(await HeadAsync());

        RunResult result = (await run.EndAsync()).ShouldExitWith(0);

        Assert.Contains("Base branch was modified", result.Output, StringComparison.Ordinal);
        await _lab.ShouldBeReleasedOnceAsync();
    }

    // Nothing that can be read speaks against it: it is tried a few times, and not for ever.
    [Fact]
    public async Task AMergeThatIsRefusedEachTimeEndsWithGitHubsWords()
    {
        using TargetRun run = await OpenAsync(OneApproval, new RulesetRule.RequiredStatusChecks([Build]));
        _lab.Server.Faults.Add(
            new Fault(FaultKind.Status)
            {
                Method = "PUT",
                Path = "/repos/*/pulls/1/merge",
                Status = 405,
                Message = "You're not authorized to push to this branch.",
                Count = 99,
            }
        );
        await _lab.LetThroughAsync(await HeadAsync());

        RunResult result = (await run.EndAsync()).ShouldExitWith(255);

        Assert.Contains("HF3009", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("HF3018", result.Output, StringComparison.Ordinal);
        Assert.Contains("not authorized to push", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMergeQueueIsEnteredWaitedInAndLeftByItsMerge()
    {
        using TargetRun run = await OpenAsync(OneApproval, new RulesetRule.RequiredStatusChecks([Build]), new RulesetRule.MergeQueueRule());
        await _lab.LetThroughAsync(await HeadAsync());
        await run.ShouldPrintAsync("it is number 1 in the merge queue");

        string group = _lab.RemoteRefs().Split('\n').Single(line => line.StartsWith("refs/heads/gh-readonly-queue/", StringComparison.Ordinal)).Split(' ')[1];
        await _lab.ReportAsync(group);

        (await run.EndAsync()).ShouldExitWith(0);
        Assert.Equal(group, _lab.MainTip());
        Assert.Single(await _lab.ListAsync("releases"));
    }

    // The entry is gone, and the pull request still reads as open.
    [Fact]
    public async Task AMergeByTheQueueThatShowsLaterIsWaitedFor()
    {
        using TargetRun run = await OpenAsync(OneApproval, new RulesetRule.RequiredStatusChecks([Build]), new RulesetRule.MergeQueueRule());
        await _lab.LetThroughAsync(await HeadAsync());
        await run.ShouldPrintAsync("it is number 1 in the merge queue");
        string group = _lab.RemoteRefs().Split('\n').Single(line => line.StartsWith("refs/heads/gh-readonly-queue/", StringComparison.Ordinal)).Split(' ')[1];
        _lab.Server.Faults.Add(
            new Fault(FaultKind.StaleRead)
            {
                User = "engineer",
                Method = "GET",
                Path = "/repos/acme/shop/pulls/1",
                Count = 9,
            }
        );
        await _lab.ReportAsync(group);

        RunResult result = (await run.EndAsync()).ShouldExitWith(0);

        Assert.DoesNotContain("HF9001", result.Output, StringComparison.Ordinal);
        Assert.Equal(group, _lab.MainTip());
        Assert.Single(await _lab.ListAsync("releases"));
    }

    [Fact]
    public async Task RemovalFromTheQueueIsExplained()
    {
        using TargetRun run = await OpenAsync(OneApproval, new RulesetRule.RequiredStatusChecks([Build]), new RulesetRule.MergeQueueRule());
        await _lab.LetThroughAsync(await HeadAsync());
        await run.ShouldPrintAsync("it is number 1 in the merge queue");
        string main = _lab.MainTip();

        string group = _lab.RemoteRefs().Split('\n').Single(line => line.StartsWith("refs/heads/gh-readonly-queue/", StringComparison.Ordinal)).Split(' ')[1];
        await _lab.ReportAsync(group, "failure");

        RunResult result = await run.EndAsync();
        result.ShouldExitWith(255);
        Assert.Contains("HF4038", result.Output, StringComparison.Ordinal);
        Assert.Equal(main, _lab.MainTip());
    }

    [Fact]
    public async Task AnOpenConversationIsNamedUntilItIsResolved()
    {
        using TargetRun run = await OpenAsync(
            new RulesetRule.PullRequest { RequiredApprovals = 1, RequireConversationResolution = true },
            new RulesetRule.RequiredStatusChecks([Build])
        );
        await _lab.SendAsync(
            HttpMethod.Post,
            "reviewer",
            "pulls/1/reviews",
            new
            {
                @event = "COMMENT",
                body = "Hm.",
                comments = new[]
                {
                    new
                    {
                        path = "src/checkout.txt",
                        body = "Why?",
                        position = 1,
                    },
                },
            }
        );
        await _lab.LetThroughAsync(await HeadAsync());
        await run.ShouldPrintAsync("reviewer's conversation on src/checkout.txt is not resolved");

        await _lab.ResolveConversationsAsync(1);

        (await run.EndAsync()).ShouldExitWith(0);
        await _lab.ShouldBeReleasedOnceAsync();
    }

    [Fact]
    public async Task ACodeOwnerIsNamedAndSomebodyElsesApprovalDoesNotCount()
    {
        _lab = await HotfixLab.StartAsync(
            HotfixLab.Rules(new RulesetRule.PullRequest { RequiredApprovals = 1, RequireCodeOwnerReview = true }, new RulesetRule.RequiredStatusChecks([Build]))
        );
        _lab.MoveMain(".github/CODEOWNERS", "src/ @owner\n");
        using TargetRun run = await OpenAsync();
        await _lab.LetThroughAsync(await HeadAsync());
        await run.ShouldPrintAsync("cleared by a review by owner");

        await _lab.ApproveAsync(1, "owner");

        (await run.EndAsync()).ShouldExitWith(0);
        await _lab.ShouldBeReleasedOnceAsync();
    }

    [Fact]
    public async Task ARunThatNobodyHasApprovedIsNamedWithItsPage()
    {
        _lab = await HotfixLab.StartAsync();
        _lab.MoveMain(".github/workflows/ci.yml", "name: CI\non: pull_request\n");
        using TargetRun run = await OpenAsync();
        long held = await _lab.Server.StartRunAsync(HotfixLab.FullName, "ci.yml", HotfixLab.Branch, "pull_request");
        await _lab.Server.ReportRunAsync(HotfixLab.FullName, held, new WorkflowRunReport("completed", "action_required"));

        await run.ShouldPrintAsync("waits for approval; cleared by somebody with write access");

        Assert.Contains($"/actions/runs/{held}", run.Output, StringComparison.Ordinal);
    }

    // The newer success of the other workflow hid the failure, and the pull request was merged.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ARedCheckIsNotHiddenByOneOfTheSameNameFromAnotherWorkflow(bool isRequired)
    {
        _lab = await HotfixLab.StartAsync(HotfixLab.Rules(isRequired ? [OneApproval, new RulesetRule.RequiredStatusChecks([Build])] : [OneApproval]));
        _lab.MoveMain(".github/workflows/ci.yml", "name: CI\non: pull_request\n");
        _lab.MoveMain(".github/workflows/docs.yml", "name: Docs\non: pull_request\n");
        using TargetRun run = await OpenAsync();
        foreach ((string workflow, string conclusion) in new[] { ("ci.yml", "failure"), ("docs.yml", "success") })
        {
            long id = await _lab.Server.StartRunAsync(HotfixLab.FullName, workflow, HotfixLab.Branch, "pull_request");
            await _lab.Server.ReportRunAsync(
                HotfixLab.FullName,
                id,
                new WorkflowRunReport("completed", conclusion) { Jobs = [new WorkflowJobReport("build", conclusion)] }
            );
        }

        await _lab.ApproveAsync(1);

        RunResult result = (await run.EndAsync()).ShouldExitWith(255);
        Assert.Contains("HF4021", result.Output, StringComparison.Ordinal);
        Assert.Null((await _lab.PullRequestAsync(1))["merged_at"]);
    }

    [Fact]
    public async Task AHeadThatSomebodyPushedMeanwhileIsNotMerged()
    {
        using TargetRun run = await OpenAsync(OneApproval, new RulesetRule.RequiredStatusChecks([Build]));
        using TempRepository colleague = _lab.CloneTo("colleague");
        colleague.Git(["switch", "--quiet", HotfixLab.Branch]);
        string pushed = colleague.Write("src/checkout.txt", "otherwise").Commit("One more thing", TempRepository.Day(30));
        _lab.Push(colleague, HotfixLab.Branch);
        await _lab.LetThroughAsync(pushed);

        RunResult result = await run.EndAsync();

        result.ShouldExitWith(255);
        Assert.Contains("HF4037", result.Output, StringComparison.Ordinal);
        Assert.Null((await _lab.PullRequestAsync(1))["merged_at"]);
    }

    [Fact]
    public async Task AMergeBySomebodyElseIsTakenUp()
    {
        using TargetRun run = await OpenAsync(OneApproval, new RulesetRule.RequiredStatusChecks([Build]));
        await _lab.LetThroughAsync(await HeadAsync());

        await _lab.SendAsync(HttpMethod.Put, "reviewer", "pulls/1/merge", new { merge_method = "merge" });

        RunResult result = await run.EndAsync();
        result.ShouldExitWith(0);
        Assert.Contains("by reviewer", result.Output, StringComparison.Ordinal);
        await _lab.ShouldBeReleasedOnceAsync();
    }

    [Fact]
    public async Task AutoMergeIsArmedAndGitHubMergesAfterTheRunIsGone()
    {
        _lab = await HotfixLab.StartAsync();
        await _lab.SendAsync(HttpMethod.Patch, "admin", "", new { allow_auto_merge = true });
        (await _lab.HotfixAsync()).ShouldExitWith(75);
        string fix = _lab.CommitFix();
        RunResult gone = await _lab.HotfixAsync("--auto-merge", "--deadline", "0s");
        gone.ShouldExitWith(75);
        Assert.Contains("done: arm auto-merge of #1", gone.Output, StringComparison.Ordinal);

        await _lab.LetThroughAsync(fix);

        Assert.NotNull((await _lab.PullRequestAsync(1))["merged_at"]);
        (await _lab.HotfixAsync()).ShouldExitWith(0);
        await _lab.ShouldBeReleasedOnceAsync();
    }

    // A run that has opened the pull request and waits.
    private async Task<TargetRun> OpenAsync(params RulesetRule[] rules)
    {
        _lab ??= await HotfixLab.StartAsync(HotfixLab.Rules(rules));
        (await _lab.HotfixAsync()).ShouldExitWith(75);
        _lab.CommitFix();
        TargetRun run = _lab.Start("Hotfix", "--poll-interval", "1s", "--check-grace", "0s");
        await run.ShouldPrintAsync("waiting 0:");
        return run;
    }

    private async Task<string> HeadAsync() => (await _lab.PullRequestAsync(1))["head"]!["sha"]!.GetValue<string>();
}
