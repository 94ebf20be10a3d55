using Hotfix.Core.Adopting;
using Hotfix.Core.Conventions;

namespace Hotfix.Core.Tests.Adopting;

public sealed class RepositoryWithWorkflows
{
    private const string Ours = "on:\n  push:\n    tags: [\"v*\"]\n";

    [Fact]
    public void ThatReleaseIsToldWhatHotfixTagsNeed()
    {
        AdoptionFacts facts = Workflow("publish.yml", "on:\n  push:\n    tags: ['v*']\njobs: {}\n");

        string advice = string.Join('\n', WorkflowAdvice.Of(facts, Ours, HotfixConventions.Default));

        Assert.Contains(".github/workflows/publish.yml releases; to handle hotfix tags it needs:", advice, StringComparison.Ordinal);
        Assert.Contains("+  workflow_dispatch:", advice, StringComparison.Ordinal);
        Assert.Contains("+      - run: ./build.sh DescribeRelease", advice, StringComparison.Ordinal);
        Assert.Contains("+    environment: hotfix-staging", advice, StringComparison.Ordinal);
        Assert.Contains("+  queue: max", advice, StringComparison.Ordinal);
        Assert.DoesNotContain("tags: [\"v*\"]", advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ci.yml", "on:\n  push:\n    branches: [main, \"support/**\"]\n")]
    [InlineData("release.yml", Ours + "# support/\n")]
    public void ThatAreAsTheyShouldBeAreLeftAlone(string name, string text) =>
        Assert.Empty(WorkflowAdvice.Of(Workflow(name, text), text, HotfixConventions.Default));

    [Fact]
    public void AreReadByTheTeamsOwnNames()
    {
        var team = new HotfixConventions { Tags = TagPattern.Parse("release-{version}"), Support = SupportPattern.Parse("servicing/{major}.{minor}"), Hotfixes = BranchPrefix.Parse("--hotfix-prefix", "urgent/") };

        string advice = string.Join('\n', WorkflowAdvice.Of(Workflow("publish.yml", "on:\n  push:\n    tags: ['release-*']\n"), Ours, team));
        string adopted = AdoptedWorkflow.Of(
            "tags: [\"v*\"]\nif: startsWith(x, 'hotfix/') || startsWith(x, 'support/')\n", ProcessPageOfATeam.Defaults with { Conventions = team }, hasGlobalJson: true, []);

        Assert.Contains("publish.yml releases", advice, StringComparison.Ordinal);
        Assert.Contains("servicing/**", advice, StringComparison.Ordinal);
        Assert.Equal("tags: [\"release-*\"]\nif: startsWith(x, 'urgent/') || startsWith(x, 'servicing/')\n", adopted);
    }

    [Fact]
    public void ThatDoNotRunForSupportLinesIsTold() =>
        Assert.Contains(
            "support/**", Assert.Single(WorkflowAdvice.Of(Workflow("ci.yml", "on: push\n"), Ours, HotfixConventions.Default)), StringComparison.Ordinal);

    [Theory]
    [InlineData(true, "global-json-file: global.json")]
    [InlineData(false, "dotnet-version: 10.0.x")]
    public void GetsOursWithItsOwnNames(bool hasGlobalJson, string sdk)
    {
        AdoptionSettings settings = ProcessPageOfATeam.Defaults with { StagingEnvironment = "preprod", ProductionEnvironment = "live" };
        const string text = "  production:\n    environment: production\n    NUKE_ENVIRONMENT: hotfix-staging\n    global-json-file: global.json\n";

        string adopted = AdoptedWorkflow.Of(text, settings, hasGlobalJson, []);

        Assert.Equal($"  production:\n    environment: live\n    NUKE_ENVIRONMENT: preprod\n    {sdk}\n", adopted);
    }

    [Fact]
    public void IsResumedAfterItsOwnCi()
    {
        AdoptionFacts facts = RepositoryThatGetsTheHotfixPath.Facts(
            (".github/workflows/build.yml", "name: Build & test # all of it\non:\n  pull_request:\n"),
            (".github/workflows/lint.yml", "on: [push, pull_request]\n"),
            (".github/workflows/nightly.yml", "name: nightly\non: schedule\n"),
            (".github/workflows/hotfix-signal.yml", "name: hotfix-signal\non:\n  pull_request:\n"));

        IReadOnlyList<string> ci = AdoptedWorkflow.CiOf(facts, [".github/workflows/hotfix-signal.yml"]);
        string adopted = AdoptedWorkflow.Of("    workflows: [hotfix-signal, ci]\n", ProcessPageOfATeam.Defaults, hasGlobalJson: true, ci);

        Assert.Equal("    workflows: [hotfix-signal, \".github/workflows/lint.yml\", \"Build & test\"]\n", adopted);
    }

    private static AdoptionFacts Workflow(string name, string text) => RepositoryThatGetsTheHotfixPath.Facts(($".github/workflows/{name}", text));
}
