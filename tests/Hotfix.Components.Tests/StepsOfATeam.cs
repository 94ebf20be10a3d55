using Hotfix.Components.Running;

namespace Hotfix.Components.Tests;

public sealed class StepsOfATeam
{
    [Fact]
    public void AreMissedInABuildThatHasNone() => Assert.False(Overrides.Has(typeof(Plain), typeof(IDeploy), nameof(IDeploy.DeployAsync)));

    [Theory]
    [InlineData(typeof(InTheClass))]
    [InlineData(typeof(Explicitly))]
    [InlineData(typeof(InAComponent))]
    public void AreFoundWhereverTheyAreWritten(Type build) => Assert.True(Overrides.Has(build, typeof(IDeploy), nameof(IDeploy.DeployAsync)));

    private interface ITeamDeploy : IDeploy
    {
        Task IDeploy.DeployAsync(DeployTarget target) => Task.CompletedTask;
    }

    private sealed class Plain : EngineBuild, IDeploy;

    private sealed class InTheClass : EngineBuild, IDeploy
    {
        public Task DeployAsync(DeployTarget target) => Task.CompletedTask;
    }

    private sealed class Explicitly : EngineBuild, IDeploy
    {
        Task IDeploy.DeployAsync(DeployTarget target) => Task.CompletedTask;
    }

    private sealed class InAComponent : EngineBuild, ITeamDeploy;
}
