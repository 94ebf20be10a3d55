using Hotfix.Core.Plans;
using Hotfix.Core.Policies;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Planning;

public sealed class ChecksOfCommit
{
    private static readonly RequiredCheck[] Build = [new("build")];

    [Fact]
    public void AreWaitedForBeforeTheyReport() =>
        Assert.Equal("required check 'build' has not reported", Assert.Single(CheckAssessment.Waits(Build, [Some.Check("lint", CheckState.Passed)])).What);

    [Theory]
    [InlineData(CheckState.Passed, 0, 0)]
    [InlineData(CheckState.Skipped, 0, 0)]
    [InlineData(CheckState.Failed, 1, 0)]
    [InlineData(CheckState.Pending, 0, 1)]
    [InlineData(CheckState.ActionRequired, 0, 1)]
    internal void CountByTheirState(CheckState state, int failed, int waits)
    {
        CheckResult[] checks = [Some.Check("build", state)];

        Assert.Equal((failed, waits), (CheckAssessment.Failed(Build, checks).Count(), CheckAssessment.Waits(Build, checks).Count()));
        Assert.Equal((failed, waits), (CheckAssessment.Failed([], checks).Count(), CheckAssessment.Waits([], checks).Count()));
    }

    [Fact]
    public void ThatAreNotRequiredDoNotCountBesideRequiredOnes()
    {
        CheckResult[] checks = [Some.Check("build", CheckState.Passed), Some.Check("lint", CheckState.Failed), Some.Check("e2e", CheckState.Pending)];

        Assert.Empty(CheckAssessment.Failed(Build, checks));
        Assert.Empty(CheckAssessment.Waits(Build, checks));
    }

    [Fact]
    public void MustAllPassOfOneName()
    {
        CheckResult[] checks =
        [
            Some.Check("build", CheckState.Passed),
            Some.Check("build", CheckState.Failed) with
            {
                Kind = CheckKind.CommitStatus,
                AppId = null,
            },
        ];

        Assert.Equal(CheckKind.CommitStatus, Assert.Single(CheckAssessment.Failed(Build, checks)).Kind);
    }

    [Fact]
    public void OfAnotherAppDoNotAnswer()
    {
        RequiredCheck[] required = [new("build", AppId: 1)];

        Assert.Single(CheckAssessment.Waits(required, [Some.Check("build", CheckState.Passed, app: 2)]));
        Assert.Empty(CheckAssessment.Waits(required, [Some.Check("build", CheckState.Passed, app: 1)]));
    }

    [Fact]
    public void ThatNeedApprovalOfTheirRunWaitForAPerson()
    {
        Wait wait = Assert.Single(CheckAssessment.Waits(Build, [Some.Check("build", CheckState.ActionRequired)]));

        Assert.True(wait.IsPerson);
        Assert.Contains("https://github.com/acme/shop/runs/build", wait.ToString(), StringComparison.Ordinal);
    }
}
