using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Http;
using Hotfix.LocalGitHub;

namespace Hotfix.GitHub.Tests.Local;

public class SomebodyWhoMayOnlyRead
{
    [Fact]
    public async Task IsToldSoAndChangesNothing()
    {
        await using Shop shop = await Shop.StartAsync();

        RepositorySettings settings = await shop.Reader("rob").Repositories.ReadAsync(CancellationToken.None);
        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() =>
            shop.Writer("rob").ApplyAsync(new PlanStep.DraftRelease(ReleaseTag.TryParse("v1.0.0")!, shop.Head, "1.0.0", ""), CancellationToken.None)
        );

        Assert.False(settings.CanPush);
        Assert.True(error.Code is "HF3004" or "HF3008", error.ToString());
        Assert.Null(await shop.Reader("ada").Releases.FindAsync(ReleaseTag.TryParse("v1.0.0")!, CancellationToken.None));
    }
}

public class StrangerToThePrivateRepository
{
    [Fact]
    public async Task FindsNothing()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Tokens["eve"] = shop.Server.AddUser("eve");
        shop.Tokens["wrong"] = "local_wrong";

        HotfixException stranger = await Assert.ThrowsAsync<HotfixException>(() => shop.Reader("eve").Repositories.ReadAsync(CancellationToken.None));
        HotfixException wrong = await Assert.ThrowsAsync<HotfixException>(() => shop.Reader("wrong").Repositories.ReadAsync(CancellationToken.None));

        Assert.Equal(("HF3008", "HF3003"), (stranger.Code, wrong.Code));
    }
}

public class BranchThatIsProtected
{
    private static readonly BranchProtectionRule Rule = new()
    {
        RequiredChecks = [new RequiredStatusCheck("build"), new RequiredStatusCheck("lint", 15368)],
        RequiredApprovals = 1,
        Strict = true,
    };

    [Fact]
    public async Task IsSeenWholeByAnAdministratorAndInPartByOthers()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Server.ProtectBranch(Shop.Repository, "main", Rule);

        BranchRules admin = await shop.Reader("acme").Rules.ReadAsync(BranchName.Parse("main"), CancellationToken.None);
        BranchRules writer = await shop.Reader("ada").Rules.ReadAsync(BranchName.Parse("main"), CancellationToken.None);

        Assert.Equal([new RequiredCheck("build"), new RequiredCheck("lint", 15368)], admin.RequiredChecks);
        Assert.True(admin is { RequiredApprovals: 1, RequiresUpToDateHead: true, Unreadable.Count: 0 });
        Assert.Equal(["build", "lint"], writer.RequiredChecks.Select(check => check.Name));
        Assert.Equal(["classic protection of main"], writer.Unreadable);
    }

    [Fact]
    public async Task RefusesAMergeThatItsRulesDoNotAllow()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Server.ProtectBranch(Shop.Repository, "main", Rule);
        StepWriter writer = shop.Writer("ada");
        await writer.ApplyAsync(shop.Open, CancellationToken.None);
        PullRequest open = Assert.Single(await shop.Reader("ada").PullRequests.ListAsync(shop.Open.Draft.HeadBranch, CancellationToken.None));

        HotfixException blocked = await Assert.ThrowsAsync<HotfixException>(() =>
            writer.ApplyAsync(new PlanStep.MergePullRequest(open.Number, shop.Head, MergeMethod.Merge, ""), CancellationToken.None)
        );
        CommitSha other = CommitSha.Parse(shop.Work.Resolve("origin/main"));
        HotfixException moved = await Assert.ThrowsAsync<HotfixException>(() =>
            writer.ApplyAsync(new PlanStep.MergePullRequest(open.Number, other, MergeMethod.Merge, ""), CancellationToken.None)
        );

        Assert.Equal(("HF3009", "HF3010"), (blocked.Code, moved.Code));
    }
}

public class BranchWithARuleset
{
    [Fact]
    public async Task DemandsWhatItSays()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Server.AddRuleset(
            Shop.Repository,
            new Ruleset("main")
            {
                Rules =
                [
                    new RulesetRule.PullRequest
                    {
                        RequiredApprovals = 2,
                        AllowedMergeMethods = ["squash"],
                        RequireConversationResolution = true,
                    },
                    new RulesetRule.RequiredStatusChecks([new RequiredStatusCheck("build", 15368)], Strict: true),
                ],
            }
        );

        BranchRules rules = await shop.Reader("ada").Rules.ReadAsync(BranchName.Parse("main"), CancellationToken.None);

        Assert.Equal([new RequiredCheck("build", 15368)], rules.RequiredChecks);
        Assert.Equal([MergeMethod.Squash], rules.AllowedMergeMethods);
        Assert.True(rules is { RequiredApprovals: 2, RequiresResolvedConversations: true, RequiresUpToDateHead: true, Unreadable.Count: 0 });
    }

    [Fact]
    public async Task SaysHowItsQueueMergesAndTheSettingsWhatASquashIsCalled()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Server.AddRuleset(Shop.Repository, new Ruleset("main") { Rules = [new RulesetRule.MergeQueueRule("SQUASH")] });

        BranchRules rules = await shop.Reader("ada").Rules.ReadAsync(BranchName.Parse("main"), CancellationToken.None);
        RepositorySettings before = await shop.Reader("ada").Repositories.ReadAsync(CancellationToken.None);
        await shop.SendAsync(HttpMethod.Patch, "acme", "", new { squash_merge_commit_title = "PR_TITLE" });
        RepositorySettings after = await shop.Reader("ada").Repositories.ReadAsync(CancellationToken.None);

        Assert.Equal((true, MergeMethod.Squash), (rules.UsesMergeQueue, rules.QueueMethod));
        Assert.Equal((false, true), (before.SquashesByTitle, after.SquashesByTitle));
    }
}

public class SecondLook
{
    [Fact]
    public async Task CostsNothingWhereNothingChanged()
    {
        await using Shop shop = await Shop.StartAsync();
        GitHubConnection connection = shop.Connect("ada");
        var reader = new GitHubAreas(connection);
        await new StepWriter(connection).ApplyAsync(shop.Open, CancellationToken.None);
        PullRequest open = Assert.Single(await reader.PullRequests.ListAsync(shop.Open.Draft.HeadBranch, CancellationToken.None));
        PullRequest once = await reader.PullRequests.ReadAsync(open.Number, CancellationToken.None);

        PullRequest twice = await reader.PullRequests.ReadAsync(open.Number, CancellationToken.None);

        Assert.Equal(1, connection.Traffic.NotModified);
        Assert.Equal((once.HeadSha, once.Title), (twice.HeadSha, twice.Title));
    }
}
