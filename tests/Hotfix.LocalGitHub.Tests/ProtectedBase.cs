namespace Hotfix.LocalGitHub.Tests;

public sealed class ProtectedBase
{
    [Fact]
    public async Task RefusesADirectPush()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.ProtectBranch(Lab.Repository, "main", new BranchProtectionRule { RequiredApprovals = 1, RequiredChecks = [new("build")] });
        lab.Work.CommitFile("a.txt", "a", "a");

        var refused = Assert.Throws<InvalidOperationException>(() => lab.Work.Git(["push", "--porcelain", "origin", "HEAD:main"]));

        Assert.Contains("GH006: Protected branch update failed for refs/heads/main.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Changes must be made through a pull request.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusesDeletionAndLetsTheRestOfThePushThrough()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.ProtectBranch(Lab.Repository, "stable", new BranchProtectionRule());
        lab.PushBranch("stable");

        var refused = Assert.Throws<InvalidOperationException>(() => lab.Work.Git(["push", "--porcelain", "origin", ":stable", "HEAD:refs/heads/other"]));

        Assert.Contains("Cannot delete this branch", refused.Message, StringComparison.Ordinal);
        Assert.Contains("refs/heads/other", lab.Work.Git(["ls-remote", "origin"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusesOnlyPushesThatRewrite()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.AddRuleset(Lab.Repository, new Ruleset("history") { Include = ["~ALL"], Rules = [new RulesetRule.NonFastForward()] });
        lab.PushBranch("topic");
        lab.Work.CommitFile("more.txt", "more", "more");
        lab.Work.Git(["push", "--quiet", "origin", "topic"]);
        lab.Work.Git(["commit", "--quiet", "--amend", "--message", "rewritten"]);

        var refused = Assert.Throws<InvalidOperationException>(() => lab.Work.Git(["push", "--force", "origin", "topic"]));

        Assert.Contains("GH013: Repository rule violations found for refs/heads/topic.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusesToMoveAReleasedTag()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.AddRuleset(
            Lab.Repository,
            new Ruleset("tags")
            {
                ForTags = true,
                Include = ["refs/tags/v*"],
                Rules = [new RulesetRule.Update(), new RulesetRule.Deletion()],
            }
        );

        var moved = Assert.Throws<InvalidOperationException>(() => lab.Work.Git(["push", "--force", "origin", "HEAD:refs/tags/v1.0.0"]));
        var deleted = Assert.Throws<InvalidOperationException>(() => lab.Work.Git(["push", "origin", ":refs/tags/v1.0.0"]));

        Assert.Contains("GH013", moved.Message, StringComparison.Ordinal);
        Assert.Contains("GH013", deleted.Message, StringComparison.Ordinal);
    }
}
