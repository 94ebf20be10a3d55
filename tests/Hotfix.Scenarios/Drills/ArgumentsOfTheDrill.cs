using Hotfix.Core.Errors;
using Hotfix.Drill;

namespace Hotfix.Scenarios.Drills;

public sealed class ArgumentsOfTheDrill
{
    private static readonly string AnyFile = typeof(ArgumentsOfTheDrill).Assembly.Location;

    [Fact]
    public void AreAllRead()
    {
        DrillOptions options = CommandLine.Parse(["--build", AnyFile, "--here", "/repository", "--scenario", "red-check", "--keep", "--quiet"]);

        Assert.Equal(
            new DrillOptions(AnyFile)
            {
                Here = Path.GetFullPath("/repository"),
                Scenario = global::Hotfix.Drill.Scenarios.Find("red-check"),
                Keeps = true,
                IsQuiet = true,
            },
            options
        );
    }

    [Fact]
    public void NameTheLane()
    {
        Assert.True(CommandLine.Parse(["--build", AnyFile, "--lane", "exceptional"]).IsExceptional);
        Assert.False(CommandLine.Parse(["--build", AnyFile, "--lane", "standard"]).IsExceptional);
    }

    [Theory]
    [InlineData("'--kep' is not known", "--kep")]
    [InlineData("--folder lacks its value", "--folder", "--keep")]
    [InlineData("There is no scenario 'red'; there are: plain, red-check, ", "--scenario", "red")]
    [InlineData("it is standard or exceptional", "--lane", "fast")]
    [InlineData("takes neither --here nor --scenario", "--build", "x", "--lane", "exceptional", "--scenario", "red-check")]
    [InlineData("--build is missing")]
    [InlineData("which is not there", "--build", "/no/such/_build.dll")]
    public void AreRefusedWithTheReason(string why, params string[] arguments)
    {
        var refused = Assert.Throws<HotfixException>(() => CommandLine.Parse(arguments));

        Assert.Equal("HF5901", refused.Code);
        Assert.Contains(why, refused.Refusal.Why);
    }
}
