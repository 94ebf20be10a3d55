using Hotfix.Core.Conventions;
using Hotfix.Core.Lanes;
using Hotfix.Core.PostMortems;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Git;
using Hotfix.GitHub.Deployments;
using Hotfix.GitHub.Issues;
using Hotfix.GitHub.Repositories;
using Hotfix.Pipeline.Lanes;
using Hotfix.Pipeline.PostMortems;
using Hotfix.Testing;

namespace Hotfix.GitHub.Tests.Local;

/// <summary>One of two products of a repository: <c>api/v1.4.2</c> in <c>services/api</c>, beside <c>web/v7.0.0</c>, on which work goes on.</summary>
public class LookAtAProduct
{
    [Fact]
    public async Task LeavesOutWhatWasDeployedOfAnother()
    {
        await using Shop shop = await StartAsync();
        var deployments = new DeploymentCalls(shop.Connect("ada"));
        CommitSha api = Commit(shop, "api/v1.4.2");
        await DeployAsync(deployments, api, "api/v1.4.2/1");
        await DeployAsync(deployments, Commit(shop, "web/v7.0.0"), "web/v7.0.0/1");

        ProductionFacts facts = await new ProductionLook(deployments, new Variables(shop.Connect("ada"))).ReadAsync(
            new ProductionSettings(),
            await RemoteAsync(shop),
            health: null,
            CancellationToken.None
        );

        Assert.Equal(api, Assert.Single(facts.Claims).Commit);
        Assert.Equal("api/v1.4.2", Assert.IsType<ProductionAnswer.Known>(ProductionAssessment.Assess(facts)).Tag.Name);
    }

    [Fact]
    public async Task CountsItsFolderAndItsDebtsAlone()
    {
        await using Shop shop = await StartAsync();
        var issues = new IssueCalls(shop.Connect("ada"));
        foreach (string tag in (string[])["web/v7.0.0", "api/v1.4.2"])
            await issues.CreateAsync(DebtIssue.Compose(new Debt(ReleaseTag.TryParse(tag)!), BranchName.Parse("main")), CancellationToken.None);

        var look = new LaneLook(Reader(shop), shop.Reader("ada"), issues, versions: null);
        var production = new ProductionAnswer.Known(Commit(shop, "api/v1.4.2"), ReleaseTag.TryParse("api/v1.4.2")!, []);
        LaneFacts facts = await look.ReadAsync(await RemoteAsync(shop), BranchName.Parse("main"), production, CancellationToken.None);

        Assert.Equal((0, "services/api"), (facts.CommitsAhead, facts.Product?.ToString()));
        Assert.Empty(facts.Changes);
        Assert.Contains("api/v1.4.2", Assert.Single(facts.Debts).Title, StringComparison.Ordinal);
    }

    // Merged after the api's, it is in the history of the api's next release as well.
    [Fact]
    public async Task FindsItsOwnNewestHotfixAndNoOthers()
    {
        await using Shop shop = await StartAsync();
        await MergeAsync(shop, "hotfix/api-fix", "services/api/app.txt");
        await MergeAsync(shop, "hotfix/web-fix", "services/web/app.txt");
        shop.PushToMain("services/api/CHANGELOG.md", "1.4.3\n");
        shop.Work.Git(["tag", "--annotate", "--message", "api/v1.4.3", "api/v1.4.3", "main"]);
        shop.Work.Git(["push", "--quiet", "origin", "api/v1.4.3"]);
        shop.Work.Git(["checkout", "--quiet", "main"]);

        ReleasedHotfix newest = await new HotfixReleaseLook(Reader(shop), shop.Reader("ada"), shop.Clock).ReadAsync(
            new HotfixRequest { Conventions = new HotfixConventions { Product = "api" } },
            wanted: null,
            snapshot: null,
            CancellationToken.None
        );

        Assert.Equal(("hotfix/api-fix", "api/v1.4.3"), (newest.PullRequest.HeadBranch.Value, newest.Tag.Name));
    }

    private static async Task MergeAsync(Shop shop, string branch, string file)
    {
        shop.Work.Git(["fetch", "--quiet", "origin"]);
        shop.Work.Git(["checkout", "--quiet", "-B", branch, "origin/main"]);
        shop.Work.CommitFile(file, $"fixed by {branch}\n", $"fix: {branch}", TempRepository.Day(5));
        shop.Work.Git(["push", "--quiet", "origin", branch]);
        await shop.PostAsync(
            "ada",
            "pulls",
            new
            {
                title = branch,
                head = branch,
                @base = "main",
            }
        );
        PullRequest open = Assert.Single(await shop.Reader("ada").PullRequests.ListAsync(BranchName.Parse(branch), CancellationToken.None));
        await shop.SendAsync(HttpMethod.Put, "grace", $"pulls/{open.Number}/merge", new { merge_method = "squash" });
    }

    private static GitReader Reader(Shop shop) => new(LookAtProduction.At(shop), new HotfixConventions { Product = "api" });

    private static async Task<RemoteRefs> RemoteAsync(Shop shop) => await Reader(shop).ReadRemoteAsync("origin", CancellationToken.None);

    private static CommitSha Commit(Shop shop, string tag) => CommitSha.Parse(shop.Work.Resolve($"{tag}^{{commit}}"));

    private static async Task<Shop> StartAsync()
    {
        Shop shop = await Shop.StartAsync();
        shop.Work.Git(["checkout", "--quiet", "main"]);
        shop.Work.CommitFile("services/api/app.txt", "one\n", "api: begin", TempRepository.Day(2));
        shop.Work.Git(["tag", "api/v1.4.2"]);
        shop.Work.CommitFile("services/web/app.txt", "one\n", "web: begin", TempRepository.Day(3));
        shop.Work.Git(["tag", "web/v7.0.0"]);
        shop.Work.CommitFile("services/web/app.txt", "two\n", "web: go on", TempRepository.Day(4));
        shop.Work.Git(["push", "--quiet", "origin", "main", "--tags"]);
        return shop;
    }

    private static async Task DeployAsync(DeploymentCalls deployments, CommitSha sha, string id)
    {
        Deployment made = await deployments.CreateAsync(new NewDeployment("production", sha, id, "", IsProduction: true), CancellationToken.None);
        await deployments.ReportAsync(made.Id, new DeploymentStatus(0, DeploymentState.Succeeded, "", "", default), CancellationToken.None);
    }
}
