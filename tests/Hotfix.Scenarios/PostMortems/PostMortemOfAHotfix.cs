using System.Text.Json.Nodes;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.PostMortems;

/// <summary>What is left in the repository when a hotfix is out: one issue, filled in, which is people's from then on.</summary>
public sealed class PostMortemOfAHotfix : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    public async Task InitializeAsync() => _lab = await HotfixLab.StartAsync();

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task IsOpenedOnceByTheRunThatReleasedIt()
    {
        await ReleaseAsync();

        JsonNode issue = Assert.Single(await _lab.PostMortemsAsync())!;
        string body = issue["body"]!.GetValue<string>();
        Assert.Equal("Post-mortem: v1.4.3: null ref in checkout", issue["title"]!.GetValue<string>());
        Assert.Equal("engineer", issue["assignees"]![0]!["login"]!.GetValue<string>());
        Assert.StartsWith("<!-- hotfix:post-mortem/v1.4.3 -->\nDue: ", body, StringComparison.Ordinal);
        Assert.Contains("src/checkout", body, StringComparison.Ordinal);
    }

    private async Task<RunResult> ReleaseAsync(params string[] more)
    {
        RunResult result = await _lab.PlayAsync(_lab.Start(Players.HotfixOf(HotfixLab.Description, _lab.Patch(), more)));
        return result.ShouldExitWith(0);
    }
}
