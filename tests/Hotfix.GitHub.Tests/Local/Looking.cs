using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.Git;
using Hotfix.GitHub.Deployments;
using Hotfix.GitHub.Issues;
using Hotfix.GitHub.Repositories;
using Hotfix.GitHub.Workflows;
using Hotfix.LocalGitHub;
using Hotfix.LocalGitHub.Faults;
using Hotfix.Pipeline.Lanes;
using Hotfix.Testing;

namespace Hotfix.GitHub.Tests.Local;

public class LookAtProduction
{
    [Fact]
    public async Task AsksDeploymentsVariableAndHealth()
    {
        await using Shop shop = await Shop.StartAsync();
        CommitSha released = CommitSha.Parse(shop.Work.Resolve("v1.0.0^{commit}"));
        var deployments = new DeploymentCalls(shop.Connect("ada"));
        await DeployAsync(deployments, released, "run-1", DeploymentState.Succeeded);
        Deployment next = await DeployAsync(deployments, shop.Head, "run-2", DeploymentState.InProgress);
        var variables = new Variables(shop.Connect("ada"));
        await variables.SetAsync("DEPLOYED", "v1.0.0", environment: null, CancellationToken.None);

        ProductionFacts facts = await new ProductionLook(deployments, variables).ReadAsync(
            new ProductionSettings(Variable: "DEPLOYED"),
            await RemoteAsync(shop),
            ("https://shop.test/health", """{"version":"1.0.0"}"""),
            CancellationToken.None
        );

        Assert.Equal([ProductionSource.Deployment, ProductionSource.Variable, ProductionSource.Health], facts.Claims.Select(claim => claim.Source));
        Assert.All(facts.Claims, claim => Assert.Equal(released, claim.Commit));
        Assert.Equal((next.Id, "v1.0.0"), (facts.UnderWay!.Id, facts.NewestRelease!.Name));
        Assert.Equal(released, Assert.IsType<ProductionAnswer.Known>(ProductionAssessment.Assess(facts)).Commit);
    }

    [Fact]
    public async Task FindsNothingWhereNothingIsWritten()
    {
        await using Shop shop = await Shop.StartAsync();

        ProductionFacts facts = await new ProductionLook(new DeploymentCalls(shop.Connect("ada")), new Variables(shop.Connect("ada"))).ReadAsync(
            new ProductionSettings(Variable: "DEPLOYED"),
            await RemoteAsync(shop),
            health: null,
            CancellationToken.None
        );

        Assert.Empty(facts.Claims);
        Assert.Equal("HF4102", Assert.IsType<ProductionAnswer.Unknown>(ProductionAssessment.Assess(facts)).Refusals.Single().Code);
    }

    // GitHub keeps the default branch's tip for a job that came by the clock or was dispatched, whatever the job deployed.
    [Fact]
    public async Task TakesADeploymentForWhatItNamesAndThatOfAJobForNothing()
    {
        await using Shop shop = await Shop.StartAsync();
        CommitSha released = CommitSha.Parse(shop.Work.Resolve("v1.0.0^{commit}"));
        shop.PushToMain(".github/workflows/nightly.yml", "name: nightly\non: schedule\n");
        await shop.PostAsync(
            "grace",
            "deployments",
            new
            {
                @ref = "main",
                environment = "production",
                auto_merge = false,
                required_contexts = Array.Empty<string>(),
                payload = new { version = "1.0.0" },
            }
        );
        var deployments = new DeploymentCalls(shop.Connect("ada"));
        Deployment byPayload = Assert.Single(await deployments.ListAsync("production", sha: null, 5, CancellationToken.None));
        await shop.PostAsync("grace", $"deployments/{byPayload.Id}/statuses", new { state = "success" });
        long run = await shop.Server.StartRunAsync(Shop.Repository, "nightly.yml", "main", "schedule");
        await shop.Server.ReportRunAsync(
            Shop.Repository,
            run,
            new WorkflowRunReport("completed", "success") { Jobs = [new WorkflowJobReport("smoke", "success") { Environment = "production" }] }
        );

        ProductionFacts facts = await new ProductionLook(deployments, new Variables(shop.Connect("ada")), new WorkflowCalls(shop.Connect("ada"))).ReadAsync(
            new ProductionSettings(),
            await RemoteAsync(shop),
            health: null,
            CancellationToken.None
        );

        Assert.Equal(released, Assert.Single(facts.Claims).Commit);
        Assert.EndsWith("is that of a job, and does not say what it deployed", Assert.Single(facts.Notes), StringComparison.Ordinal);
    }

    internal static async Task<RemoteRefs> RemoteAsync(Shop shop) => await new GitReader(At(shop)).ReadRemoteAsync("origin", CancellationToken.None);

    internal static GitCommandLine At(Shop shop) => new(shop.Work.Path, environment: shop.Work.Environment);

    private static async Task<Deployment> DeployAsync(DeploymentCalls deployments, CommitSha sha, string id, DeploymentState state)
    {
        Deployment made = await deployments.CreateAsync(new NewDeployment("production", sha, id, "", IsProduction: true), CancellationToken.None);
        await deployments.ReportAsync(made.Id, new DeploymentStatus(0, state, "", "", default), CancellationToken.None);
        return made;
    }
}

public class LookAtTheLane
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SeesEverythingThatSpeaksForAndAgainstMain(bool answersGraphQL)
    {
        await using Shop shop = await Shop.StartAsync();
        if (!answersGraphQL)
        {
            shop.Server.Faults.Add(
                new Fault(FaultKind.Status)
                {
                    Status = 403,
                    Method = "POST",
                    Path = "*/graphql",
                    Count = 10,
                }
            );
        }

        shop.Work.Git(["checkout", "--quiet", "main"]);
        shop.Work.CommitFile("db/migrations/2.sql", "drop\n", "feat: schema (#12)", TempRepository.Day(2));
        CommitSha tip = CommitSha.Parse(shop.Work.CommitFile("basket.txt", "x\n", "feat: basket (#13)", TempRepository.Day(3)));
        shop.Work.Git(["push", "--quiet", "origin", "main"]);
        shop.Server.ProtectBranch(Shop.Repository, "main", new BranchProtectionRule { RequiredChecks = [new("build")] });
        await shop.Connect("ada")
            .Octokit.Repository.Status.Create(
                "acme",
                "shop",
                tip.Value,
                new Octokit.NewCommitStatus { Context = "build", State = Octokit.CommitState.Failure }
            );
        var issues = new IssueCalls(shop.Connect("ada"));
        foreach (string label in (string[])[ReleaseGate.LockLabel, Debt.Label])
            await issues.CreateAsync(new NewIssue(new Marker(label), label, "", [label], []), CancellationToken.None);

        LaneAdvice advice = LaneAdviser.Advise(await ReadAsync(shop), LanePolicy.Default);

        Assert.Equal(Lane.Exceptional, advice.Lane);
        Assert.Collection(
            advice.Blocking,
            reason => Assert.StartsWith("no easy way back from db/migrations/2.sql, changed", reason, StringComparison.Ordinal),
            reason => Assert.StartsWith("required check 'build' ended with failure", reason, StringComparison.Ordinal),
            reason => Assert.StartsWith("releases are frozen: #1 release-lock", reason, StringComparison.Ordinal),
            reason => Assert.StartsWith("an earlier fix is not on main yet: #2", reason, StringComparison.Ordinal)
        );
        Assert.Contains(advice.Reasons, reason => reason.Text == "2 commits on main wait for a release since v1.0.0: #12 feat: schema, #13 feat: basket");
        Assert.Contains(advice.Reasons, reason => reason.Text.StartsWith("a release of main would be 1.0.1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AdvisesTheStandardLaneWhereMainIsFine()
    {
        await using Shop shop = await Shop.StartAsync();

        LaneAdvice advice = LaneAdviser.Advise(await ReadAsync(shop), LanePolicy.Default);

        Assert.Equal(Lane.Standard, advice.Lane);
        Assert.Equal("main is what production runs (v1.0.0)", advice.Reasons[0].Text);

        // One question says that nothing locks a release, nothing is owed, and no status was reported: none of them is listed.
        string[] asked = [.. shop.Server.Requests.Snapshot().Select(request => request.Path)];
        Assert.Single(asked, path => path.EndsWith("/graphql", StringComparison.Ordinal));
        Assert.DoesNotContain(asked, path =>
            path.Contains("/issues?", StringComparison.Ordinal) || path.Split('?')[0].EndsWith("/status", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task CountsTheChecksThatTheTeamRequiresBesideTheRules()
    {
        await using Shop shop = await Shop.StartAsync();
        string tip = shop.Work.Resolve("main");
        shop.Server.ProtectBranch(Shop.Repository, "main", new BranchProtectionRule { RequiredChecks = [new("build")] });
        foreach ((string check, Octokit.CommitState state) in new[] { ("build", Octokit.CommitState.Success), ("audit", Octokit.CommitState.Failure) })
            await shop.Connect("ada").Octokit.Repository.Status.Create("acme", "shop", tip, new Octokit.NewCommitStatus { Context = check, State = state });

        LaneAdvice without = LaneAdviser.Advise(await ReadAsync(shop), LanePolicy.Default);
        LaneAdvice with = LaneAdviser.Advise(await ReadAsync(shop, new RequiredCheck("audit")), LanePolicy.Default);

        Assert.Equal((Lane.Standard, Lane.Exceptional), (without.Lane, with.Lane));
        Assert.StartsWith("required check 'audit' ended with failure", Assert.Single(with.Blocking), StringComparison.Ordinal);
    }

    private static async Task<LaneFacts> ReadAsync(Shop shop, params RequiredCheck[] configured)
    {
        GitCommandLine git = LookAtProduction.At(shop);
        var look = new LaneLook(new GitReader(git), shop.Reader("ada"), new IssueCalls(shop.Connect("ada")), new GitVersionSource(git), configured);
        var production = new ProductionAnswer.Known(CommitSha.Parse(shop.Work.Resolve("v1.0.0^{commit}")), ReleaseTag.TryParse("v1.0.0")!, []);
        return await look.ReadAsync(await LookAtProduction.RemoteAsync(shop), BranchName.Parse("main"), production, CancellationToken.None);
    }
}
