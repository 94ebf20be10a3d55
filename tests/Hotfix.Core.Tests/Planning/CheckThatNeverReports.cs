using Hotfix.Core.Plans;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Planning;

public sealed class CheckThatNeverReports
{
    private static readonly Snapshot Missing = Some.Mergeable with { HeadChecks = [], WatchingSince = Some.Day(0), TakenAt = Some.Day(0) };

    private static readonly CheckSuite Ended = new(7, 15368, "GitHub Actions", CheckState.Passed, "success", "https://github.com/acme/shop/actions/runs/7")
    {
        CheckRuns = 2,
        Workflow = "Docs",
    };

    [Fact]
    public void WithinTheGracePeriodIsOnlyWaitedFor() =>
        Assert.Equal("required check 'build' has not reported; cleared by CI, which has to run it on this commit", Wait(Missing));

    [Fact]
    public void BecauseItsRunWaitsForApprovalIsSaidAtOnce() =>
        Assert.Equal(
            "required check 'build' has not reported: the run of workflow 'CI' waits for approval; cleared by somebody with write access, who approves that run: https://github.com/acme/shop/actions/runs/7",
            Wait(Missing with { HeadSuites = [Ended with { Workflow = "CI", State = CheckState.ActionRequired, Detail = "action_required" }] })
        );

    [Fact]
    public void BecauseItsWorkflowIsBrokenIsSaidAtOnce() =>
        Assert.StartsWith(
            "required check 'build' has not reported: workflow 'CI' could not start",
            Wait(Missing with { HeadSuites = [Ended with { Workflow = "CI", State = CheckState.Failed, Detail = "startup_failure" }] }),
            StringComparison.Ordinal
        );

    [Fact]
    public void BecauseOnlyAnotherAppReportedIt() =>
        Assert.StartsWith(
            "required check 'build' has not reported from app 5, only from",
            Wait(
                Missing with
                {
                    Rules = new BranchRules { RequiredChecks = [new RequiredCheck("build", 5)] },
                    HeadChecks = [Some.Check("build", CheckState.Passed)],
                }
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void AfterTheGracePeriodNamesWhatStillRuns() =>
        Assert.StartsWith(
            "required check 'build' has not reported; workflow 'Docs' is in progress",
            Wait(Late(Ended with { State = CheckState.Pending, Detail = "in_progress" })),
            StringComparison.Ordinal
        );

    [Fact]
    public void AfterTheGracePeriodSuspectsAFilterWhenOthersEnded() =>
        Assert.StartsWith(
            $"required check 'build' has not reported, though workflow 'Docs' ended on {Some.FixTip.Short}; cleared by a change of the workflow",
            Wait(Late(Ended)),
            StringComparison.Ordinal
        );

    [Fact]
    public void AfterTheGracePeriodSuspectsTheTokenOfABot()
    {
        Snapshot byBot = Late() with { PullRequest = Some.Open with { Author = "github-actions[bot]" } };

        Assert.Contains("what github-actions[bot] does with GITHUB_TOKEN starts none", Wait(byBot), StringComparison.Ordinal);
    }

    [Fact]
    public void AnAppThatOnlyListensIsNoRun() =>
        Assert.StartsWith(
            $"required check 'build' has not reported, and no run has started on {Some.FixTip.Short}",
            Wait(Late(Ended with { State = CheckState.Pending, Detail = "queued", CheckRuns = 0, Workflow = "" })),
            StringComparison.Ordinal
        );

    private static Snapshot Late(params CheckSuite[] suites) => Missing with { HeadSuites = suites, TakenAt = Some.Day(1) };

    private static string Wait(Snapshot snapshot) => HotfixPlanner.Plan(Stage.Merge, new HotfixRequest(), snapshot).Waits()[0];
}
