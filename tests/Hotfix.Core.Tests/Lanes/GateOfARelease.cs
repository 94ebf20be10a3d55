using Hotfix.Core.Errors;
using Hotfix.Core.Lanes;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Lanes;

public sealed class GateOfARelease
{
    private static readonly Issue Lock = new(4, "1.4.3 was rolled back", "", IsOpen: true, "https://x/4", "grace", Some.Day(0));
    private static readonly Issue Debt = new(9, "Carry the fix over", "", IsOpen: true, "https://x/9", "bot", Some.Day(1)) { Assignees = ["ada"] };

    [Fact]
    public void IsOpenWithoutLockAndDebt() => Assert.Empty(ReleaseGate.Refusals([], [], acceptedDebt: null));

    [Fact]
    public void NamesEveryLockAndEveryDebtWithItsOwner()
    {
        IReadOnlyList<Refusal> refusals = ReleaseGate.Refusals([Lock], [Debt], acceptedDebt: null);

        Assert.Equal(["HF4130", "HF4131"], refusals.Select(refusal => refusal.Code));
        Assert.StartsWith("grace locked them on 2026-01-01 09:00 UTC", refusals[0].Why, StringComparison.Ordinal);
        Assert.StartsWith("ada owes it since 2026-01-02", refusals[1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void TakesAReasonForADebtAndNoneForALock()
    {
        IReadOnlyList<Refusal> refusals = ReleaseGate.Refusals([Lock], [Debt], acceptedDebt: "main has no checkout this week");

        Assert.Equal(["HF4130"], refusals.Select(refusal => refusal.Code));
    }
}
