using Hotfix.Drill.Processes;

namespace Hotfix.Scenarios.Drills;

public sealed class VariablesOfThisProcess
{
    private static readonly Dictionary<string, string> Ours = new()
    {
        ["PATH"] = "/bin",
        ["GITHUB_TOKEN"] = "real",
        ["GH_TOKEN"] = "real",
        ["NUKE_DESCRIPTION"] = "other",
        ["VERSION"] = "9.9.9",
        ["GIT_DIR"] = "/elsewhere",
        ["MSBuildSDKsPath"] = "/elsewhere",
        ["DOTNET_HOST_PATH"] = "/elsewhere",
        ["DOTNET_ROOT"] = "/dotnet",
        ["NUGET_PACKAGES"] = "/packages",
        ["CI"] = "true",
    };

    [Fact]
    public void ReachTheTargetsOnlyWhenNamed()
    {
        var environment = new DrillEnvironment("/drill/home", Ours);

        IReadOnlyDictionary<string, string> targets = environment.ForTargets(new Uri("http://127.0.0.1:4030/"), "local_token", "/somewhere/summary.md");

        Assert.Equal(("/bin", "/dotnet", "/packages"), (targets["PATH"], targets["DOTNET_ROOT"], targets["NUGET_PACKAGES"]));
        Assert.Equal(
            ["GITHUB_API_URL", "GITHUB_GRAPHQL_URL", "GITHUB_STEP_SUMMARY", "GITHUB_TOKEN"],
            targets.Keys.Where(name => name.StartsWith("GITHUB_")).Order()
        );
        Assert.Equal("local_token", targets["GITHUB_TOKEN"]);
        Assert.DoesNotContain(targets.Keys, name =>
            name is "GH_TOKEN" or "NUKE_DESCRIPTION" or "VERSION" or "GIT_DIR" or "MSBuildSDKsPath" or "DOTNET_HOST_PATH" or "CI"
        );
    }

    [Fact]
    public void GiveWayToAHomeOfTheDrill()
    {
        var environment = new DrillEnvironment("/drill/home", Ours);

        Assert.Equal("/drill/home", environment.Plain["HOME"]);
        Assert.NotEqual("/drill/home", environment.Plain["DOTNET_CLI_HOME"]);
    }
}
