using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Deployments;
using Hotfix.GitHub.Repositories;
using Hotfix.LocalGitHub.Faults;

namespace Hotfix.GitHub.Tests.Local;

public class DeploymentOfACommit
{
    public static TheoryData<FaultKind> Losses => [FaultKind.ResetAfter, FaultKind.TruncatedBody];

    [Fact]
    public async Task IsWhatTheEnvironmentRunsOnceItSucceeded()
    {
        await using Shop shop = await Shop.StartAsync();
        var deployments = new DeploymentCalls(shop.Connect("ada"));
        CommitSha main = CommitSha.Parse(shop.Work.Resolve("origin/main"));
        Deployment first = await deployments.CreateAsync(New(main, "run-1"), CancellationToken.None);
        await deployments.ReportAsync(first.Id, Status(DeploymentState.Succeeded), CancellationToken.None);
        Deployment second = await deployments.CreateAsync(New(shop.Head, "run-2"), CancellationToken.None);
        await deployments.ReportAsync(second.Id, Status(DeploymentState.Failed), CancellationToken.None);

        Deployment? current = await deployments.FindCurrentAsync("production", CancellationToken.None);
        IReadOnlyList<Deployment> all = await deployments.ListAsync("production", sha: null, 10, CancellationToken.None);
        IReadOnlyList<Deployment> ofHead = await deployments.ListAsync("production", shop.Head, 10, CancellationToken.None);

        Assert.Equal((first.Id, main, DeploymentState.Succeeded, "https://ci/1"), (current!.Id, current.Sha, current.State, current.Status!.LogUrl));
        Assert.Equal([(second.Id, DeploymentState.Failed), (first.Id, DeploymentState.Succeeded)], all.Select(deployment => (deployment.Id, deployment.State)));
        Assert.Equal(second.Id, Assert.Single(ofHead).Id);
        Assert.Null(await deployments.FindCurrentAsync("hotfix-staging", CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task IsAskedForAndReportedOnceThoughAnswersAreLost(FaultKind kind)
    {
        await using Shop shop = await Shop.StartAsync();
        var deployments = new DeploymentCalls(shop.Connect("ada"));
        foreach (string path in (string[])["/repos/acme/shop/deployments", "/repos/acme/shop/deployments/*/statuses"])
            shop.Server.Faults.Add(new Fault(kind) { Method = "POST", Path = path });

        Deployment made = await deployments.CreateAsync(New(shop.Head, "run-1"), CancellationToken.None);
        await deployments.ReportAsync(made.Id, Status(DeploymentState.InProgress), CancellationToken.None);
        Deployment again = await deployments.CreateAsync(New(shop.Head, "run-1"), CancellationToken.None);
        await deployments.ReportAsync(made.Id, Status(DeploymentState.InProgress), CancellationToken.None);

        Assert.Equal((made.Id, DeploymentState.InProgress), (again.Id, again.State));
        Assert.Equal(2, shop.Count("POST"));
    }

    [Fact]
    public async Task IsRefusedWhereANamedCheckIsNotGreen()
    {
        await using Shop shop = await Shop.StartAsync();
        var deployments = new DeploymentCalls(shop.Connect("ada"));

        HotfixException refused = await Assert.ThrowsAsync<HotfixException>(() =>
            deployments.CreateAsync(New(shop.Head, "run-1") with { RequiredContexts = ["build"] }, CancellationToken.None)
        );

        Assert.Equal("HF3100", refused.Code);
        Assert.Empty(await deployments.ListAsync("production", sha: null, 10, CancellationToken.None));
    }

    private static NewDeployment New(CommitSha sha, string id) => new("production", sha, id, "v1.0.1", IsProduction: true);

    private static DeploymentStatus Status(DeploymentState state) => new(0, state, "", "said", default, "https://ci/1", "https://shop.test");
}

public class EnvironmentThatIsMade
{
    [Fact]
    public async Task HasWhatWasAskedForAndIsLeftAloneAfterwards()
    {
        await using Shop shop = await Shop.StartAsync();
        var environments = new Environments(shop.Connect("acme"));
        var wanted = new GitHubEnvironment(0, "prod/eu 1", "")
        {
            Reviewers = ["grace", "ada"],
            PreventsSelfReview = true,
            WaitTimer = TimeSpan.FromMinutes(5),
            BranchPolicy = new DeploymentBranchPolicy(ProtectedBranchesOnly: false, ["main", "support/*"], ["v*"]),
        };

        GitHubEnvironment made = await environments.EnsureAsync(wanted, CancellationToken.None);
        GitHubEnvironment again = await environments.EnsureAsync(wanted with { Reviewers = [] }, CancellationToken.None);
        GitHubEnvironment listed = Assert.Single(await environments.ListAsync(CancellationToken.None));

        Assert.Equal(["grace", "ada"], made.Reviewers);
        Assert.Equal((true, TimeSpan.FromMinutes(5)), (made.PreventsSelfReview, made.WaitTimer));
        Assert.Equal(["main", "support/*"], made.BranchPolicy!.Branches);
        Assert.Equal(["v*"], made.BranchPolicy.Tags);
        Assert.Equal(made.Reviewers, again.Reviewers);
        Assert.Equal(made.Id, listed.Id);
    }

    [Theory]
    [InlineData("nobody-of-that-name")]
    [InlineData("acme/on-call")]
    public async Task IsNotMadeForAReviewerWhoIsNotKnown(string reviewer)
    {
        await using Shop shop = await Shop.StartAsync();
        var environments = new Environments(shop.Connect("acme"));

        HotfixException refused = await Assert.ThrowsAsync<HotfixException>(() =>
            environments.EnsureAsync(new GitHubEnvironment(0, "production", "") { Reviewers = [reviewer] }, CancellationToken.None)
        );

        Assert.Equal("HF3101", refused.Code);
        Assert.Null(await environments.FindAsync("production", CancellationToken.None));
    }
}

public class VariableOfTheRepositoryOrAnEnvironment
{
    [Fact]
    public async Task IsSetChangedAndReadByWhoMay()
    {
        await using Shop shop = await Shop.StartAsync();
        await new Environments(shop.Connect("acme")).EnsureAsync(new GitHubEnvironment(0, "production", ""), CancellationToken.None);
        var variables = new Variables(shop.Connect("ada"));

        await variables.SetAsync("DEPLOYED", "a", environment: null, CancellationToken.None);
        await variables.SetAsync("DEPLOYED", "b", environment: null, CancellationToken.None);
        await variables.SetAsync("DEPLOYED", "b", environment: null, CancellationToken.None);
        await variables.SetAsync("DEPLOYED", "c", "production", CancellationToken.None);

        Assert.Equal("b", (await variables.FindAsync("deployed", environment: null, CancellationToken.None))?.Value);
        Assert.Equal("c", (await variables.FindAsync("DEPLOYED", "production", CancellationToken.None))?.Value);
        Assert.Null(await variables.FindAsync("OTHER", environment: null, CancellationToken.None));
        Assert.Null(await new Variables(shop.Connect("rob")).FindAsync("DEPLOYED", environment: null, CancellationToken.None));
        Assert.Equal((2, 1), (shop.Count("POST"), shop.Count("PATCH")));
    }

    [Fact]
    public async Task IsSetOnceThoughTheAnswerIsLost()
    {
        await using Shop shop = await Shop.StartAsync();
        var variables = new Variables(shop.Connect("ada"));
        shop.Server.Faults.Add(new Fault(FaultKind.ResetAfter) { Method = "POST", Path = "/repos/acme/shop/actions/variables" });

        await variables.SetAsync("DEPLOYED", "a", environment: null, CancellationToken.None);

        Assert.Equal("a", (await variables.FindAsync("DEPLOYED", environment: null, CancellationToken.None))?.Value);
        Assert.Equal((1, 0), (shop.Count("POST"), shop.Count("PATCH")));
    }
}
