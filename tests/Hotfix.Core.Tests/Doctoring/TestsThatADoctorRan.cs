using Hotfix.Core.Doctoring;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Doctoring;

public sealed class TestsThatADoctorRan
{
    [Theory]
    [InlineData(3, 0, null, "Ok", "the tests run, with all that they need: 3 passed")]
    [InlineData(3, 1, null, "Stop", "tests are red here")]
    [InlineData(0, 0, "the build failed: NU1101", "Stop", "the tests do not run to their end ('make test'): the build failed: NU1101")]
    [InlineData(0, 0, null, "Stop", "not one test runs")]
    public void SayWhetherTheyStart(int passed, int failed, string? problem, string severity, string what)
    {
        var tests = new PlannedTests("'make test'", null) { Ran = new TestRun(passed, failed, 0, TimeSpan.FromSeconds(2), problem) };

        Finding finding = Assert.Single(DoctorFindings.Of(Facts with { Tests = tests }), finding => finding.What.Contains("test", StringComparison.Ordinal));

        Assert.Equal(severity, finding.Severity.ToString());
        Assert.StartsWith(what, finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public void AreOnlyFoundUnlessTheyWereAskedFor() =>
        Assert.Contains(DoctorFindings.Of(Facts with { Tests = new PlannedTests("'make test'", null) }), finding =>
            finding is { Severity: FindingSeverity.Ok, What: "Test would run 'make test'" }
        );

    [Fact]
    public void TheVersionOfAHotfixOfProductionsLineIsSaid()
    {
        Assert.Contains(DoctorFindings.Of(Facts with { NextOnLine = Readings.Of("v1.4.3 on support/1.4") }), finding =>
            finding is { Severity: FindingSeverity.Ok, What: "a hotfix of what production runs would be v1.4.3 on support/1.4" }
        );
        Assert.Contains(DoctorFindings.Of(Facts with { NextOnLine = Readings.Of("v1.4.3 on support/1.4"), NumberedBy = "release-please" }), finding =>
            finding.What.EndsWith("v1.4.3 on support/1.4, once --version confirms it: here release-please numbers the releases", StringComparison.Ordinal)
        );
        Assert.Contains(DoctorFindings.Of(Facts with { NextOnLine = Readings.Not<string>("it does not fit") }), finding =>
            finding is { Severity: FindingSeverity.Stop, Code: "HF4304" }
        );
    }

    [Fact]
    public void ABuildThatIsYoungerThanProductionIsSaid() =>
        Assert.Contains(DoctorFindings.Of(Facts with { LacksBuild = "build" }), finding =>
            finding is { Severity: FindingSeverity.Warn, Code: "HF4262", What: "production's commit does not have the build: build/ is younger" }
        );

    private static DoctorFacts Facts { get; } =
        new()
        {
            Now = Some.Day(5),
            GitVersion = "git version 2.45.1",
            Web = "https://github.com/acme/shop",
        };
}
