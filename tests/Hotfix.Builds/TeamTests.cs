using Serilog;

namespace Hotfix.Builds;

/// <summary>A team's tests: the file that the scenarios' fix changes is as it should be.</summary>
internal static class TeamTests
{
    public static void Run(string root)
    {
        Log.Information("tested at {Head:l}", Head(root));
        Assert.True(File.ReadAllText(Path.Combine(root, "tests", "checkout.txt")).Trim() == "fixed", "the basket is still broken");
    }

    public static string Head(string root) =>
        ProcessTasks.StartProcess("git", "rev-parse HEAD", root, logOutput: false).AssertZeroExitCode().Output.First().Text;
}
