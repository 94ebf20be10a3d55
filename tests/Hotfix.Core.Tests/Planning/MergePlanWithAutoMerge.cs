using Hotfix.Core.Plans;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Planning;

public sealed class MergePlanWithAutoMerge
{
    private static readonly HotfixRequest Arming = Some.Request with { ArmsAutoMerge = true };

    private static readonly Snapshot Unreviewed = Some.Mergeable with
    {
        Reviews = [],
        PullRequest = Some.Open with { NodeId = "PR_1" },
        Settings = Some.Settings with { AllowsAutoMerge = true },
    };

    [Fact]
    public void ArmsItAtTheVeryHeadAndWaits()
    {
        var armed = new PlanStep.ArmAutoMerge(17, "PR_1", Some.FixTip, MergeMethod.Merge) { Headline = "Hotfix: null ref in checkout (#17)" };
        Assert.Equal([armed], Assert.IsType<PlanResult.Ready>(Plan(Unreviewed)).Steps);
        Assert.NotEmpty(Plan(Unreviewed with { PullRequest = Unreviewed.PullRequest! with { AutoMerge = new AutoMerge("ada", MergeMethod.Merge) } }).Waits());
    }

    [Fact]
    public void WhereNothingIsMissingMergesAtOnce() =>
        Assert.IsType<PlanStep.MergePullRequest>(Assert.IsType<PlanResult.Ready>(Plan(Unreviewed with { Reviews = Some.Mergeable.Reviews })).Steps[0]);

    [Fact]
    public void WhereNothingIsRequiredIsRefusedSinceGitHubWouldMergeAtOnce() =>
        Assert.Equal(["HF4040"], Plan(Unreviewed with { Rules = BranchRules.None }).Codes());

    [Fact]
    public void WhereTheSettingsForbidItIsRefused() => Assert.Equal(["HF4040"], Plan(Unreviewed with { Settings = Some.Settings }).Codes());

    private static PlanResult Plan(Snapshot snapshot) => HotfixPlanner.Plan(Stage.Merge, Arming, snapshot);
}
