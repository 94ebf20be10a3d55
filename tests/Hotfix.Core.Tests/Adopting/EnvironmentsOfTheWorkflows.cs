using Hotfix.Core.Adopting;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Adopting;

public sealed class EnvironmentsOfTheWorkflows
{
    private static readonly EnvironmentFacts Needed = new(["hotfix-staging", "production", "hotfix"], "hotfix") { DefaultBranch = BranchName.Parse("main") };

    [Fact]
    public void AreMadeWhereTheyAreMissing()
    {
        PlanResult result = EnvironmentPlanner.Plan(Needed with { Present = [new GitHubEnvironment(1, "production", "https://example.com/1")] });

        PlanStep.MakeEnvironment[] steps = [.. Assert.IsType<PlanResult.Ready>(result).Steps.Cast<PlanStep.MakeEnvironment>()];
        Assert.Equal(["hotfix-staging", "hotfix"], steps.Select(step => step.Name));
    }

    [Fact]
    public void OnlyTheDefaultBranchReachesTheCredentials()
    {
        PlanStep.MakeEnvironment[] steps = [.. Assert.IsType<PlanResult.Ready>(EnvironmentPlanner.Plan(Needed)).Steps.Cast<PlanStep.MakeEnvironment>()];

        Assert.Equal(["main"], steps.Single(step => step.Name == "hotfix").BranchPolicy!.Branches);
        Assert.All(steps.Where(step => step.Name != "hotfix"), step => Assert.Null(step.BranchPolicy));
    }

    [Fact]
    public void AreLeftAsTheyAre()
    {
        GitHubEnvironment[] present = [.. Needed.Names.Select((name, id) => new GitHubEnvironment(id, name, $"https://example.com/{id}"))];

        Assert.Equal(3, EnvironmentPlanner.Plan(Needed with { Present = present }).Evidence().Split('\n').Length);
    }
}
