using Hotfix.Core.Deploying;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;
using static Hotfix.Core.Tests.Deploying.SomeDeployment;

namespace Hotfix.Core.Tests.Deploying;

public sealed class HistoryOfDeployments
{
    [Theory]
    [InlineData(DeploymentState.Succeeded)]
    [InlineData(DeploymentState.Failed)]
    internal void TheLastGoodReleaseIsTheOneBefore(DeploymentState newest) =>
        Assert.Equal(
            "v1.4.2",
            DeployHistory.LastGood([Own(9, Some.MergeCommit, newest), Own(8, Before, DeploymentState.Inactive)], Some.MergeCommit, Tags)?.Name
        );

    [Fact]
    public void WhatRunsIsGoodWhileTheReleaseIsNotDeployed() =>
        Assert.Equal("v1.4.2", DeployHistory.LastGood([Own(8, Before, DeploymentState.Succeeded)], Some.MergeCommit, Tags)?.Name);

    [Fact]
    public void CommitsThatGitHubRecordsForJobsDoNotCountBesideOurOwn()
    {
        Deployment job = Foreign(7, Some.BaseTip, DeploymentState.Succeeded);
        RemoteTag[] tags = [.. Tags, new("v2.0.0", Some.BaseTip, Some.BaseTip)];

        Assert.Equal(
            "v1.4.2",
            DeployHistory
                .LastGood([Own(9, Some.MergeCommit, DeploymentState.Succeeded), job, Own(6, Before, DeploymentState.Succeeded)], Some.MergeCommit, tags)
                ?.Name
        );
    }

    [Fact]
    public void AFailedOneOrOneWithoutATagIsNotGood() =>
        Assert.Null(
            DeployHistory.LastGood(
                [Own(9, Some.MergeCommit, DeploymentState.Succeeded), Own(8, Before, DeploymentState.Failed), Own(7, Some.BaseTip, DeploymentState.Succeeded)],
                Some.MergeCommit,
                Tags
            )
        );

    [Theory]
    [InlineData("https://github.com/acme/shop/actions/runs/77", 77L)]
    [InlineData("https://github.com/acme/shop/actions/runs/77/job/5", 77L)]
    [InlineData("https://ci.example.com/77", null)]
    [InlineData("", null)]
    public void APageTellsItsRun(string url, long? run) => Assert.Equal(run, DeploymentOrigin.RunOf(url));
}
