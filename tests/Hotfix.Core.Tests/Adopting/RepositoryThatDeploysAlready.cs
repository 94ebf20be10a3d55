using Hotfix.Core.Adopting;

namespace Hotfix.Core.Tests.Adopting;

public sealed class RepositoryThatDeploysAlready
{
    [Fact]
    public void ByAWorkflowIsFoundWithWhatThatTakes() =>
        Assert.Equal("deploy.yml", FoundDeployment.In([Deploying("deploy.yml", ("version", true))], ["production"])!.File);

    [Fact]
    public void InAWayThatNobodyCanFillInIsLeftToTheTeam()
    {
        Assert.Null(FoundDeployment.In([Deploying("deploy.yml", ("version", true), ("region", true))], []));
        Assert.Null(FoundDeployment.In([Deploying("deploy-a.yml", ("version", true)), Deploying("deploy-b.yml", ("version", true))], []));
        Assert.Null(FoundDeployment.In([new TeamWorkflow("deploy.yml", "on: push")], []));
    }

    [Theory]
    [InlineData("run: dotnet nuget push out/*.nupkg")]
    [InlineData("uses: pypa/gh-action-pypi-publish@v1")]
    [InlineData("run: npm publish --provenance")]
    public void NothingButPackagesIsALibrary(string text)
    {
        Assert.True(FoundDeployment.In([new TeamWorkflow("publish.yml", text)], ["pypi"])!.IsLibrary);
        Assert.Null(FoundDeployment.In([new TeamWorkflow("publish.yml", text)], ["production"]));
    }

    private static TeamWorkflow Deploying(string file, params (string Name, bool IsRequired)[] inputs) =>
        new(file, "") { Dispatch = inputs.ToDictionary(input => input.Name, input => input.IsRequired) };
}
