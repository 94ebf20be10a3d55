using Hotfix.Core.Conventions;
using Hotfix.Core.Doctoring;
using Hotfix.Core.Errors;
using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Doctoring;

public sealed class FindingsOfADoctor
{
    private static readonly BranchName Support = BranchName.Parse("support/1.4");
    private static readonly BranchRules Rules = new() { RequiredChecks = [new RequiredCheck("build")], RequiredApprovals = 1 };
    private static readonly WorkflowTriggers Ci = new(".github/workflows/ci.yml") { PullRequests = RefFilter.All };

    private static readonly WorkflowTriggers Release = new(".github/workflows/release.yml")
    {
        Dispatch = [new WorkflowInput("tag", MustBeSent: false), new WorkflowInput("correlation-id", MustBeSent: false)],
        Tags = RefFilter.All,
    };

    private static readonly WorkflowTriggers HotfixFile = new(".github/workflows/hotfix.yml")
    {
        Dispatch = [.. new DoctorExpectations().Hotfix.Inputs.Select(name => new WorkflowInput(name, MustBeSent: false))],
    };

    private static readonly DoctorFacts Ready = new()
    {
        Now = Some.Day(5),
        GitVersion = "git version 2.45.1",
        Web = "https://github.com/acme/shop",
        Server = Readings.Of(new ServerGreeting("ada", null, Some.Day(5), Some.Day(5).AddSeconds(119))),
        Repository = Readings.Of(Some.Settings),
        MainRules = Readings.Of(Rules),
        SupportRules = new Dictionary<BranchName, Reading<BranchRules>> { [Support] = Readings.Of(Rules) },
        Environments = Readings.Of<IReadOnlyList<GitHubEnvironment>>([
            new GitHubEnvironment(1, "Production", "") { Reviewers = ["ada", "grace"], PreventsSelfReview = true },
            new GitHubEnvironment(2, "hotfix-staging", ""),
        ]),
        Workflows = Readings.Of<IReadOnlyList<WorkflowFile>>([new WorkflowFile(1, "release", Release.Path, IsActive: true)]),
        OnMain = Readings.Of<IReadOnlyList<WorkflowTriggers>>([Ci, Release, HotfixFile]),
        AtProduction = Readings.Of<IReadOnlyList<WorkflowTriggers>>([Ci]),
        Production = Readings.Of<ProductionAnswer>(new ProductionAnswer.Known(Some.BaseTip, ReleaseTag.TryParse("v1.4.2")!, [])),
        RefRules = Readings.Of<IReadOnlyList<RefRule>>([
            new RefRule("tags", "", ["refs/tags/v*"], [], ["update"], CanBypass: false) { Prefix = "refs/tags/" },
            new RefRule("new tags", "", ["refs/tags/v*"], [], ["creation"], CanBypass: true) { Prefix = "refs/tags/" },
        ]),
        ImmutableReleases = Readings.Of(true),
        Locks = Readings.Of<IReadOnlyList<Issue>>([]),
        Debts = Readings.Of<IReadOnlyList<DebtFound>>([]),
    };

    [Fact]
    public void AreAllFineWhereEverythingIs() => Assert.Empty(Bad(Ready));

    [Fact]
    public void NameTheCommitGraphThatALargeCloneLacks()
    {
        Finding bad = Assert.Single(Bad(Ready with { ObjectsWithoutGraph = 412_000 }));

        Assert.Equal(("HF5025", "git commit-graph write --reachable"), (bad.Code, bad.Remedy));
        Assert.Empty(Bad(Ready with { ObjectsWithoutGraph = 20_000 }));
    }

    [Fact]
    public void NameTheWordsOfAnOlderGitVersion()
    {
        Finding bad = Assert.Single(Bad(Ready with { OldVersionWords = "GitVersion.yml says is-mainline (now is-main-branch)" }));

        Assert.Equal("HF4314", bad.Code);
        Assert.Contains("is-mainline (now is-main-branch)", bad.What, StringComparison.Ordinal);
    }

    [Fact]
    public void NameTheTitleThatACheckOfTheRepositoryWouldNotTake()
    {
        WorkflowTriggers titles = new(".github/workflows/pr.yml")
        {
            TitleChecks = [TitleCheck.Of("amannn/action-semantic-pull-request@v6", new Dictionary<string, string> { ["requireScope"] = "true" })!],
        };
        DoctorFacts facts = Ready with
        {
            OnMain = Readings.Of<IReadOnlyList<WorkflowTriggers>>([Ci, Release, HotfixFile, titles]),
            FoundTitle = TitlePattern.Conventional,
        };

        Finding bad = Assert.Single(Bad(facts));

        Assert.Equal(("HF4313", FindingSeverity.Stop), (bad.Code, bad.Severity));
        Assert.Contains(
            "'fix: null ref in checkout' would not pass amannn/action-semantic-pull-request in pr.yml: it has no scope",
            bad.What,
            StringComparison.Ordinal
        );
        Assert.Empty(Bad(facts with { Conventions = facts.Conventions with { Title = TitlePattern.Parse("fix(checkout): {description}") } }));
    }

    [Fact]
    public void NeverCallSomethingFineThatWasNotSeen()
    {
        DoctorFacts blind = Ready with
        {
            Server = Readings.Not<ServerGreeting>("x"),
            MainRules = Readings.Not<BranchRules>("x"),
            SupportRules = new Dictionary<BranchName, Reading<BranchRules>> { [Support] = Readings.Not<BranchRules>("x") },
            Environments = Readings.Not<IReadOnlyList<GitHubEnvironment>>("x"),
            Workflows = Readings.Not<IReadOnlyList<WorkflowFile>>("x"),
            AtProduction = Readings.Not<IReadOnlyList<WorkflowTriggers>>("x"),
            Production = Readings.Not<ProductionAnswer>("x"),
            RefRules = Readings.Not<IReadOnlyList<RefRule>>("x"),
            ImmutableReleases = Readings.Not<bool>("x"),
            Locks = Readings.Not<IReadOnlyList<Issue>>("x"),
            Debts = Readings.Not<IReadOnlyList<DebtFound>>("x"),
        };

        IReadOnlyList<Finding> bad = Bad(blind);

        Assert.All(bad, finding => Assert.Equal((FindingSeverity.Warn, "HF4211"), (finding.Severity, finding.Code)));
        Assert.Equal(11, bad.Count);
    }

    [Fact]
    public void NameAnEnvironmentWithCredentialsThatTakesMoreThanTheDefaultBranch()
    {
        DoctorFacts With(DeploymentBranchPolicy? policy) =>
            Ready with
            {
                Environments = Readings.Of<IReadOnlyList<GitHubEnvironment>>([
                    .. Ready.Environments!.Value!,
                    new GitHubEnvironment(3, "hotfix", "") { BranchPolicy = policy },
                ]),
            };

        Assert.Equal(["HF4452"], Codes(With(null)));
        Assert.Equal(["HF4452"], Codes(With(new DeploymentBranchPolicy(ProtectedBranchesOnly: false, ["*"], []))));
        Assert.Equal(["HF4452"], Codes(With(new DeploymentBranchPolicy(ProtectedBranchesOnly: false, ["main"], ["v*"]))));
        Assert.Empty(Codes(With(new DeploymentBranchPolicy(ProtectedBranchesOnly: false, ["main"], []))));
    }

    [Fact]
    public void NameRulesThatAreNotJudgedAndCommitsThatHaveToBeSigned() =>
        Assert.Equal(
            ["HF4454", "HF4455"],
            Codes(Ready with { MainRules = Readings.Of(Rules with { NotJudged = ["signed commits", "a largest file"], RequiresSignatures = true }) })
        );

    [Fact]
    public void NameWhatOnlyPartOfTheRulesHides() =>
        Assert.Contains(Bad(Ready with { MainRules = Readings.Of(Rules with { Unreadable = ["classic protection of main"] }) }), finding =>
            finding is { Code: "HF4211" } && finding.What.StartsWith("classic protection of main", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("git version 2.37.4", "HF4235")]
    [InlineData("git version 1.8", "HF4235")]
    [InlineData("", "HF4211")]
    [InlineData("git version 2.38.0.windows.1", null)]
    [InlineData("git version 2.39.3 (Apple Git-146)", null)]
    public void JudgeGitsVersion(string said, string? code) => Assert.Equal(code is null ? [] : [code], Codes(Ready with { GitVersion = said }));

    [Theory]
    [InlineData(-121, "HF4230")]
    [InlineData(121, "HF4230")]
    [InlineData(-120, null)]
    public void JudgeTheClock(int seconds, string? code) =>
        Assert.Equal(
            code is null ? [] : [code],
            Codes(Ready with { Server = Readings.Of(new ServerGreeting("ada", ["repo", "workflow"], Some.Day(5), Some.Day(5).AddSeconds(seconds))) })
        );

    [Fact]
    public void SayWhyGitHubCannotBeAskedAndJudgeNothingElseOfIt()
    {
        var facts = new DoctorFacts
        {
            Now = Some.Day(5),
            GitVersion = "git version 2.45.1",
            NoGitHub = new Refusal("HF3000", "No credential.", "None.", "Set GITHUB_TOKEN"),
            NoRemote = "no answer",
        };

        Assert.Equal(["HF4210", "HF4245"], Codes(facts));
        Assert.Equal(3, DoctorFindings.Of(facts).Count);
    }

    [Fact]
    public void LetThroughARulesetThatTheUserBypasses()
    {
        var rule = new RefRule("tags", "", ["~ALL"], [], ["creation", "deletion"], CanBypass: true) { Prefix = "refs/tags/" };

        Assert.Empty(Codes(Ready with { RefRules = Readings.Of<IReadOnlyList<RefRule>>([rule]) }));
        Assert.Equal(["HF4240"], Codes(Ready with { RefRules = Readings.Of<IReadOnlyList<RefRule>>([rule with { CanBypass = null }]) }));
        Assert.Equal(["HF4403", "HF4241"], Codes(Ready with { RefRules = Readings.Of<IReadOnlyList<RefRule>>([rule with { Exclude = ["refs/tags/v*"] }]) }));
    }

    [Fact]
    public void StopWhereABranchOfAHotfixCannotBeMade()
    {
        var rule = new RefRule("names", "https://x/rules/1", ["~ALL"], ["refs/heads/hotfix/**", "refs/heads/forward-port/**"], ["creation"], CanBypass: false);
        DoctorFacts facts = Ready with { RefRules = Readings.Of<IReadOnlyList<RefRule>>([.. Ready.RefRules!.Value!, rule]) };

        Assert.Empty(Codes(facts));
        Assert.Equal("ruleset 'names' forbids making branches such as support/1.4", Assert.Single(Bad(facts with { LinesToMake = [Support] })).What);
        Assert.Equal(["HF4246"], Codes(facts with { RefRules = Readings.Of<IReadOnlyList<RefRule>>([.. Ready.RefRules!.Value!, rule with { Exclude = [] }]) }));
        Assert.Empty(
            Codes(
                facts with
                {
                    RefRules = Readings.Of<IReadOnlyList<RefRule>>([.. Ready.RefRules!.Value!, rule with { Include = ["~DEFAULT_BRANCH"], Exclude = [] }]),
                }
            )
        );
    }

    [Fact]
    public void WarnOfProductionThatIsOnlyAssumedAndStopWhereItsSourcesDisagree()
    {
        var known = (ProductionAnswer.Known)Ready.Production!.Value!;
        var refusal = new Refusal("HF4100", "The sources disagree.", "a; b.", "Find out.");

        Assert.Equal(["HF4222"], Codes(Ready with { Production = Readings.Of<ProductionAnswer>(new ProductionAnswer.Unknown([refusal]) { Assumed = known }) }));
        Assert.Equal(["HF4223"], Codes(Ready with { Production = Readings.Of<ProductionAnswer>(new ProductionAnswer.Unknown([refusal])) }));
    }

    [Fact]
    public void WarnOfChecksThatAFilterOrAnOldFileLeavesOut()
    {
        Assert.Equal(["HF4227"], Codes(Ready with { AtProduction = Readings.Of<IReadOnlyList<WorkflowTriggers>>([Ci with { HasPathFilter = true }]) }));
        Assert.Equal(["HF4225"], Codes(Ready with { AtProduction = Readings.Of<IReadOnlyList<WorkflowTriggers>>([]) }));
        Assert.Equal(
            ["HF4226", "HF4224"],
            Codes(
                    Ready with
                    {
                        AtProduction = Readings.Of<IReadOnlyList<WorkflowTriggers>>([]),
                        SupportRules = new Dictionary<BranchName, Reading<BranchRules>> { [Support] = Readings.Of(BranchRules.None) },
                    }
                )
                .OrderDescending()
        );
    }

    [Fact]
    public void WarnOfAPolicyThatNoWorkflowOfTheRepositoryMeets()
    {
        var tagsOnly = new GitHubEnvironment(1, "production", "")
        {
            Reviewers = ["ada"],
            BranchPolicy = new DeploymentBranchPolicy(ProtectedBranchesOnly: false, [], ["v*"]),
        };
        DoctorFacts facts = Ready with
        {
            Environments = Readings.Of<IReadOnlyList<GitHubEnvironment>>([tagsOnly, new GitHubEnvironment(2, "hotfix-staging", "")]),
        };

        Assert.Equal(FindingSeverity.Stop, Assert.Single(Bad(facts)).Severity);
        Assert.Equal(
            [("HF4229", FindingSeverity.Warn), ("HF4239", FindingSeverity.Warn)],
            Bad(facts with { OnMain = Readings.Of<IReadOnlyList<WorkflowTriggers>>([Ci, HotfixFile]) }).Select(finding => (finding.Code, finding.Severity))
        );
    }

    [Fact]
    public void StopWhereTheReleaseWorkflowTakesOtherInputsThanAreSent()
    {
        DoctorExpectations dispatching = new() { Releasing = new ExpectedWorkflow("release.yml", ["ref", "sha"], "Release") { IsNeeded = true } };
        Finding refused = Assert.Single(Bad(Ready with { Expected = dispatching }));

        Assert.Equal(("HF4233", "release.yml does not take the inputs ref, sha"), (refused.Code, refused.What));
        Assert.Equal(
            FindingSeverity.Stop,
            Assert.Single(Bad(Ready with { Expected = dispatching with { Releasing = dispatching.Releasing with { File = "ship.yml" } } })).Severity
        );
    }

    [Fact]
    public void WarnOfAOneManGate() =>
        Assert.Equal(
            ["HF4238"],
            Codes(
                Ready with
                {
                    Environments = Readings.Of<IReadOnlyList<GitHubEnvironment>>([
                        new GitHubEnvironment(1, "production", "") { Reviewers = ["ada"], PreventsSelfReview = true },
                        new GitHubEnvironment(2, "hotfix-staging", ""),
                    ]),
                }
            )
        );

    private static IReadOnlyList<Finding> Bad(DoctorFacts facts) => [.. DoctorFindings.Of(facts).Where(finding => finding.Severity != FindingSeverity.Ok)];

    private static IReadOnlyList<string> Codes(DoctorFacts facts) => [.. Bad(facts).Select(finding => finding.Code)];
}
