using Hotfix.Components.Guards;

namespace Hotfix.Components.Tests.Guards;

public sealed class NamesAsTyped
{
    [Theory]
    [InlineData("PollInterval", "poll-interval", "NUKE_POLL_INTERVAL")]
    [InlineData("GitHubApiUrl", "github-api-url", "NUKE_GITHUB_API_URL")]
    [InlineData("forge-url", "forge-url", "NUKE_FORGE_URL")]
    [InlineData("Json", "json", "NUKE_JSON")]
    public void AreShownAsNukeShowsThem(string name, string dashed, string variable)
    {
        string shown = Spelling.Dashed(name);

        Assert.Equal(dashed, shown);
        Assert.Equal(variable, Spelling.Variable(name));
    }

    [Theory]
    [InlineData("relaese", "Release")]
    [InlineData("realease", "Release")]
    [InlineData("open-pr", "OpenPR")]
    [InlineData("Creat", "CreateHotfixBranch")]
    [InlineData("xyzzy", null)]
    public void AreMeantForTheNearest(string typed, string? nearest) =>
        Assert.Equal(nearest, Spelling.Nearest(typed, ["CreateHotfixBranch", "OpenPR", "Release", "Test"]));
}
