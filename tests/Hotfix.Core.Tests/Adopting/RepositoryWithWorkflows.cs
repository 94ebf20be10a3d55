using Hotfix.Core.Adopting;
using Hotfix.Core.Conventions;

namespace Hotfix.Core.Tests.Adopting;

public sealed class RepositoryWithWorkflows
{
    private const string OurText = "on:\n  push:\n    tags: [\"v*\"]\n";

    [Theory]
    [InlineData(".github/workflows/drill.yml", "run: ./.github/step.sh Drill", true)]
    [InlineData(".github/workflows/drill.yml", "run: fire-alarm", false)]
    [InlineData(".github/workflows/release.yml", "run: ./.github/step.sh DescribeRelease", false)]
    public void TellsOursFromTheTeams(string path, string text, bool isOurs) => Assert.Equal(isOurs, AdoptedTool.IsOurs(path, text));

    [Fact]
    public void ThatReleaseIsToldWhatHotfixTagsNeed()
    {
        AdoptionFacts facts = Workflow("publish.yml", "on:\n  push:\n    tags: ['v*']\njobs: {}\n");

        string advice = string.Join('\n', WorkflowAdvice.Of(facts, OurText, HotfixConventions.Default, "main"));

        Assert.Contains(".github/workflows/publish.yml releases; to handle hotfix tags it needs:", advice, StringComparison.Ordinal);
        Assert.Contains("+  workflow_dispatch:", advice, StringComparison.Ordinal);
        Assert.Contains("+      - run: ./build.sh DescribeRelease", advice, StringComparison.Ordinal);
        Assert.Contains("+    environment: hotfix-staging", advice, StringComparison.Ordinal);
        Assert.Contains("+  queue: max", advice, StringComparison.Ordinal);
        Assert.DoesNotContain("tags: [\"v*\"]", advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ci.yml", "on:\n  push:\n    branches: [main, \"support/**\"]\n")]
    [InlineData("release.yml", OurText + "# support/\n")]
    public void ThatAreAsTheyShouldBeAreLeftAlone(string name, string text) =>
        Assert.Empty(WorkflowAdvice.Of(Workflow(name, text), text, HotfixConventions.Default, "main"));

    [Fact]
    public void AreReadByTheTeamsOwnNames()
    {
        var team = new HotfixConventions
        {
            Tags = TagPattern.Parse("release-{version}"),
            Support = SupportPattern.Parse("servicing/{major}.{minor}"),
            Hotfixes = BranchPrefix.Parse("--hotfix-prefix", "urgent/"),
        };

        string advice = string.Join('\n', WorkflowAdvice.Of(Workflow("publish.yml", "on:\n  push:\n    tags: ['release-*']\n"), OurText, team, "trunk"));
        string adopted = Ours(ProcessPageOfATeam.Defaults with { Conventions = team })
            .Of("tags: [\"v*\"]\nif: startsWith(x, 'hotfix/') || startsWith(x, 'support/')\n");

        Assert.Contains("publish.yml releases", advice, StringComparison.Ordinal);
        Assert.Contains("[trunk, \"servicing/**\"]", advice, StringComparison.Ordinal);
        Assert.Equal("tags: [\"release-*\"]\nif: startsWith(x, 'urgent/') || startsWith(x, 'servicing/')\n", adopted);
    }

    [Fact]
    public void ThatDoNotRunForSupportLinesIsTold() =>
        Assert.Contains(
            "support/**",
            Assert.Single(WorkflowAdvice.Of(Workflow("ci.yml", "on: push\n"), OurText, HotfixConventions.Default, "main")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(true, "global-json-file: global.json")]
    [InlineData(false, "dotnet-version: 10.0.x")]
    public void GetsOursWithItsOwnNames(bool hasGlobalJson, string sdk)
    {
        AdoptionSettings settings = ProcessPageOfATeam.Defaults with { StagingEnvironment = "preprod", ProductionEnvironment = "live" };
        const string text = "  production:\n    environment: production\n    NUKE_ENVIRONMENT: hotfix-staging\n    global-json-file: global.json\n";

        string adopted = Ours(settings, hasGlobalJson).Of(text);

        Assert.Equal($"  production:\n    environment: live\n    NUKE_ENVIRONMENT: preprod\n    {sdk}\n", adopted);
    }

    [Fact]
    public void IsResumedAfterItsOwnCi()
    {
        AdoptionFacts facts = RepositoryThatGetsTheHotfixPath.Facts(
            (".github/workflows/build.yml", "name: Build & test # all of it\non:\n  pull_request:\n"),
            (".github/workflows/lint.yml", "on: [push, pull_request]\n"),
            (".github/workflows/nightly.yml", "name: nightly\non: schedule\n"),
            (".github/workflows/hotfix-signal.yml", "name: hotfix-signal\non:\n  pull_request:\n")
        );

        IReadOnlyList<string> ci = AdoptedWorkflow.CiOf(facts, [".github/workflows/hotfix-signal.yml"]);
        string adopted = new AdoptedWorkflow(ProcessPageOfATeam.Defaults, HasGlobalJson: true, ci).Of("    workflows: [hotfix-signal, ci]\n");

        Assert.Equal("    workflows: [hotfix-signal, \".github/workflows/lint.yml\", \"Build & test\"]\n", adopted);
    }

    [Fact]
    public void GetsNothingThatDeploysWhereNothingIsDeployedFromHere()
    {
        const string release = """
            jobs:
              release:
                name: release

              staging:
                name: staging
                needs: release

              production:
                name: production
                steps:
                  - run: deploy

              # why
              forward-port:
                needs: [release, production]
                if: ${{ !cancelled() && needs.release.outputs.lane == 'exceptional' && needs.production.outputs.state == 'done' }}

            """;
        string text = release.ReplaceLineEndings("\n");

        string library = Ours(ProcessPageOfATeam.Defaults with { DeploysNothing = true }).Of(text);

        Assert.Equal(
            "jobs:\n  release:\n    name: release\n\n  # why\n  forward-port:\n    needs: release\n    if: needs.release.outputs.lane == 'exceptional'\n",
            library
        );
        Assert.Equal(library, Ours(ProcessPageOfATeam.Defaults with { DeployWorkflow = "deploy.yml" }).Of(text));
        Assert.Equal(text, Ours(ProcessPageOfATeam.Defaults with { DeployWorkflow = "release.yml" }).Of(text));
    }

    [Fact]
    public void LooksByTheClockUnlessThatIsOff()
    {
        const string text = "  schedule:\n    - cron: \"17 */2 * * *\"\n\npermissions: {}\n";

        Assert.Equal(text, Ours(ProcessPageOfATeam.Defaults).Of(text));
        Assert.Equal("\npermissions: {}\n", Ours(ProcessPageOfATeam.Defaults with { ResumesByTheClock = false }).Of(text));
    }

    private static AdoptedWorkflow Ours(AdoptionSettings settings, bool hasGlobalJson = true) => new(settings, hasGlobalJson, []);

    private static AdoptionFacts Workflow(string name, string text) => RepositoryThatGetsTheHotfixPath.Facts(($".github/workflows/{name}", text));
}
