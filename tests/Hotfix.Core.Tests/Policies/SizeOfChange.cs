using Hotfix.Core.Policies;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Policies;

public sealed class SizeOfChange
{
    [Fact]
    public void ATestThatOnlyWentAwayIsNone() =>
        Assert.Equal(
            ["no test was added or changed (--require-test)"],
            SizeBudget.Default.Measure([new("src/A.cs", null, 1, 1, IsBinary: false), new("tests/ATests.cs", null, 0, 40, IsBinary: false)]).Excesses
        );

    [Fact]
    public void CountsLinesOutsideTestsAndLockFiles()
    {
        SizeReport report = SizeBudget.Default.Measure(Some.SmallChange);

        Assert.Equal((2, 4, true), (report.Files, report.Lines, report.IsWithinBudget));
        Assert.Equal(["tests/CheckoutTests.cs"], report.TestFiles);
    }

    [Fact]
    public void IsWithinBudgetAtTheVeryLimit()
    {
        var budget = new SizeBudget(2, 4, [], RequiresTest: true);

        SizeReport report = budget.Measure(Some.SmallChange);

        Assert.Empty(report.Excesses);
    }

    [Fact]
    public void NamesEveryExcessWithItsParameter()
    {
        var budget = new SizeBudget(1, 3, ["**/migrations/**"], RequiresTest: true);
        FileChange[] changes = [Change("src/A.cs", 3), Change("db/migrations/1.sql", 1), Change("yarn.lock", 500)];

        SizeReport report = budget.Measure(changes);

        Assert.Equal(
            [
                "3 files changed, 1 allowed (--max-files)",
                "4 lines changed outside tests and lock files, 3 allowed (--max-lines)",
                "db/migrations/1.sql must not change in a hotfix ('**/migrations/**', --forbidden-paths)",
                "no test was added or changed (--require-test)",
            ],
            report.Excesses
        );
    }

    [Fact]
    public void SeesBothNamesOfRenamedFile()
    {
        FileChange moved = Change("src/1.sql", 0) with { OldPath = "migrations/1.sql" };

        SizeReport report = SizeBudget.Default.Measure([moved, .. Some.SmallChange]);

        Assert.Contains("migrations/1.sql must not change", Assert.Single(report.Excesses), StringComparison.Ordinal);
    }

    [Fact]
    public void DoesNotOverflow()
    {
        SizeReport report = SizeBudget.Default.Measure([Change("a", int.MaxValue), Change("b", int.MaxValue)]);

        Assert.Equal(int.MaxValue, report.Lines);
    }

    private static FileChange Change(string path, int lines) => new(path, null, lines, 0, IsBinary: false);
}
