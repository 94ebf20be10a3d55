using Hotfix.Core.Doctoring;
using Hotfix.GitHub.Repositories;
using Hotfix.LocalGitHub;
using Hotfix.Testing.Contract;

namespace Hotfix.GitHub.Tests.Local;

public class LookBeforeAHotfix
{
    [Fact]
    public async Task SeesTheCredentialAndTheClock()
    {
        await using Shop shop = await Shop.StartAsync();

        ServerGreeting classic = await new Preflight(shop.Connect("ada")).GreetAsync(CancellationToken.None);
        shop.Server.SetScopes(shop.Tokens["ada"], null);
        ServerGreeting fineGrained = await new Preflight(shop.Connect("ada")).GreetAsync(CancellationToken.None);

        Assert.Equal(("ada", 2), (classic.Login, classic.Scopes!.Count));
        Assert.NotNull(classic.ServerTime);
        Assert.Null(fineGrained.Scopes);
    }

    [Fact]
    public async Task SeesRulesForBranchesAndTagsWithWhoPassesThem()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Server.AddRuleset(Shop.Repository, new Ruleset("branches") { Rules = [new RulesetRule.Creation()] });
        shop.Server.AddRuleset(
            Shop.Repository,
            new Ruleset("tags")
            {
                ForTags = true,
                Include = ["refs/tags/v*"],
                Exclude = ["refs/tags/v0*"],
                Rules = [new RulesetRule.Creation(), new RulesetRule.Update()],
                BypassRole = Role.Admin,
            }
        );

        IReadOnlyList<RefRule> rules = await new Preflight(shop.Connect("ada")).ListRefRulesAsync(CancellationToken.None);
        RefRule ofAda = Assert.Single(rules, rule => rule.Prefix == "refs/tags/");
        RefRule ofOwner = Assert.Single(await new Preflight(shop.Connect("acme")).ListRefRulesAsync(CancellationToken.None), rule =>
            rule.Prefix == "refs/tags/"
        );

        Assert.Equal(("tags", false, true), (ofAda.Name, ofAda.CanBypass, ofOwner.CanBypass));
        Assert.Equal(["creation", "update"], ofAda.Forbids);
        Assert.Equal(
            (true, false, false),
            (ofAda.ForbidsMaking("refs/tags/v1.4.3"), ofAda.ForbidsMaking("refs/tags/v0.9.0"), ofAda.ForbidsMaking("refs/heads/v1"))
        );
        Assert.Equal((2, false), (rules.Count, ofOwner.ForbidsMaking("refs/tags/v1.4.3")));
    }

    [Fact]
    public async Task TellsNoFromNotForYouOnImmutableReleases()
    {
        await using Shop shop = await Shop.StartAsync();

        Assert.False(await new Preflight(shop.Connect("acme")).AreReleasesImmutableAsync(CancellationToken.None));
        await shop.Connect("acme").Octokit.Connection.Put<object>(new Uri($"repos/{Shop.Repository}/immutable-releases", UriKind.Relative), new { });
        Assert.True(await new Preflight(shop.Connect("acme")).AreReleasesImmutableAsync(CancellationToken.None));
    }

    [Fact]
    public async Task SeesTheRulesOfABranchThatIsStillToBeMade()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Server.AddRuleset(
            Shop.Repository,
            new Ruleset("support") { Include = ["refs/heads/support/**"], Rules = [new RulesetRule.PullRequest { RequiredApprovals = 2 }] }
        );

        Assert.Equal(2, (await shop.Reader("ada").Rules.ReadAsync(Core.Refs.BranchName.Parse("support/1.0"), CancellationToken.None)).RequiredApprovals);
    }

    [ContractFact]
    public async Task AsksOnlyWhatGitHubDescribes()
    {
        List<ContractHandler> watchers = [];
        await using Shop shop = await Shop.StartWatchedAsync(watchers);
        shop.Server.AddRuleset(
            Shop.Repository,
            new Ruleset("tags")
            {
                ForTags = true,
                Include = ["refs/tags/v*"],
                Rules = [new RulesetRule.Creation()],
            }
        );

        var preflight = new Preflight(shop.Connect("acme"));
        await preflight.GreetAsync(CancellationToken.None);
        await preflight.ListRefRulesAsync(CancellationToken.None);
        await preflight.AreReleasesImmutableAsync(CancellationToken.None);

        Assert.Empty(watchers.SelectMany(watcher => watcher.Findings));
        Assert.Superset(
            new HashSet<string>(["repos/get", "repos/get-repo-rulesets", "repos/get-repo-ruleset", "repos/check-immutable-releases"]),
            watchers.SelectMany(watcher => watcher.Operations).ToHashSet(StringComparer.Ordinal)
        );
    }
}
