using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Lanes;

public sealed class GateOfARelease
{
    private static readonly Issue Lock = new(4, "1.4.2 was rolled back", "", IsOpen: true, "https://x/4", "grace", Some.Day(0));
    private static readonly Issue Debt = new(
        9,
        "Carry the fix over",
        "<!-- hotfix:debt\ndue: 2026-01-01\n-->\n<!-- hotfix:forward-port/v1.4.2 -->",
        IsOpen: true,
        "https://x/9",
        "bot",
        Some.Day(1)
    )
    {
        IsOurs = true,
        Assignees = ["ada"],
    };
    private static readonly DebtFound Owed = new(Debt, new ForwardPortState.Open([Some.FixTip], ["f1 fix: not there"]));
    private static readonly DebtFound Paid = new(Debt, new ForwardPortState.Proven(["main has the whole fix"]));
    private static readonly HotfixRequest Accepting = Some.Request with
    {
        Debt = DebtTerms.Default with { AcceptedReason = "main has no checkout *this* week" },
    };

    [Fact]
    public void IsOpenWithoutLockAndDebt() => Assert.Equal("CreateTag DraftRelease PublishRelease", Plan(Some.Request, Some.Releasable).Steps());

    [Fact]
    public void NamesEveryLockAndEveryDebtWithItsOwner()
    {
        IReadOnlyList<Refusal> refusals = Assert.IsType<PlanResult.Refused>(Plan(Some.Request, With([Lock], [Owed]))).Refusals;

        Assert.Equal(["HF4130", "HF4131"], refusals.Select(refusal => refusal.Code));
        Assert.StartsWith("grace locked them on 2026-01-01 09:00 UTC", refusals[0].Why, StringComparison.Ordinal);
        Assert.StartsWith("A fix that production has is not on main; this release would take it out again: #9", refusals[1].What, StringComparison.Ordinal);
        Assert.Equal("ada, until 2026-01-01, overdue: https://x/9; f1 fix: not there.", refusals[1].Why);
    }

    [Fact]
    public void HoldsBackASecondFixOfTheSupportLineAsWell()
    {
        Refusal refusal = Assert.Single(
            Assert.IsType<PlanResult.Refused>(Plan(Some.Request, With([], [Owed]) with { BaseBranch = BranchName.Parse("support/1.4") })).Refusals
        );

        Assert.StartsWith(
            "A fix that production has is owed to main, and this release of support/1.4 would add another: #9",
            refusal.What,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void TakesAReasonForADebtAndNoneForALock() => Assert.Equal(["HF4130"], Plan(Accepting, With([Lock], [Owed])).Codes());

    [Fact]
    public void WritesTheReasonOnTheIssueAndIntoTheNotesBeforeAnythingIsTagged()
    {
        var ready = Assert.IsType<PlanResult.Ready>(Plan(Accepting, With([], [Owed])));

        Assert.Equal("WriteComment CreateTag DraftRelease PublishRelease", ready.Steps());
        var comment = Assert.IsType<PlanStep.WriteComment>(ready.Steps[0]);
        Assert.Equal((9, "forward-port/accepted/v1.4.3"), (comment.Number, comment.Comment.Marker.Name));
        Assert.Contains("main has no checkout *this* week", comment.Comment.Body, StringComparison.Ordinal);
        Assert.EndsWith(
            "\nReleased without the fix of #9. Reason given: main has no checkout \\*this\\* week\n",
            Assert.IsType<PlanStep.DraftRelease>(ready.Steps[2]).Notes,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void LetsADebtPassThatIsPaidAndOnlyNotClosed()
    {
        var ready = Assert.IsType<PlanResult.Ready>(Plan(Some.Request, With([], [Paid])));

        Assert.Equal("CreateTag DraftRelease PublishRelease", ready.Steps());
        Assert.Contains("#9 is open and does not stand in the way: main has the whole fix; ./build.sh ForwardPort closes it", ready.Notes);
    }

    [Fact]
    public void StaysShutForADebtWhoseReleaseCannotBeTold() => Assert.Equal(["HF4131"], Plan(Some.Request, With([], [new DebtFound(Debt, null)])).Codes());

    [Fact]
    public void WritesNothingWhenNoDebtWasThereToAccept() => Assert.Equal("CreateTag DraftRelease PublishRelease", Plan(Accepting, With([], [Paid])).Steps());

    private static PlanResult Plan(HotfixRequest request, Snapshot snapshot) => HotfixPlanner.Plan(Stage.Release, request, snapshot);

    private static Snapshot With(Issue[] locks, DebtFound[] debts) =>
        Some.Releasable with
        {
            Release = Some.Releasable.Release! with { Locks = locks, Debts = debts },
        };
}
