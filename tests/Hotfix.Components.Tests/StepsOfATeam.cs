using Hotfix.Components.Running.Deploying;
using Nuke.Common;
using Assert = Xunit.Assert;

namespace Hotfix.Components.Tests;

public sealed class StepsOfATeam
{
    [Fact]
    public void AreMissedInABuildThatHasNone() => Assert.False(DeploySteps.IsOverridden(typeof(Plain)));

    [Theory]
    [InlineData(typeof(InTheClass))]
    [InlineData(typeof(Explicitly))]
    [InlineData(typeof(InAComponent))]
    public void AreFoundWhereverTheyAreWritten(Type build) => Assert.True(DeploySteps.IsOverridden(build));

    private interface ITeamDeploy : IDeploy
    {
        Task IDeploy.DeployAsync(DeployTarget target) => Task.CompletedTask;
    }

    private sealed class Plain : NukeBuild, IDeploy;

    private sealed class InTheClass : NukeBuild, IDeploy
    {
        public Task DeployAsync(DeployTarget target) => Task.CompletedTask;
    }

    private sealed class Explicitly : NukeBuild, IDeploy
    {
        Task IDeploy.DeployAsync(DeployTarget target) => Task.CompletedTask;
    }

    private sealed class InAComponent : NukeBuild, ITeamDeploy;
}
