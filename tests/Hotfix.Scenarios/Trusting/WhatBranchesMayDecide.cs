using System.Text.Json.Nodes;
using Hotfix.Scenarios.Deploying;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Trusting;

/// <summary>Pull requests, tags and settings that somebody else made..</summary>
public sealed class WhatBranchesMayDecide : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    public async Task InitializeAsync() => _lab = await HotfixLab.StartAsync();

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task AReadersPullRequestIntoAnotherBranchStopsNoRun()
    {
        string main = _lab.MainTip();
        _lab.Push(_lab.Clone, $"{main}:refs/heads/elsewhere", "admin");
        await _lab.HotfixAsync();
        _lab.CommitFix();
        _lab.Push(_lab.Clone, $"HEAD:{HotfixLab.Branch}");
        await _lab.SendAsync(
            HttpMethod.Post,
            "reader",
            "pulls",
            new
            {
                title = "Mine",
                head = HotfixLab.Branch,
                @base = "elsewhere",
                body = "",
            }
        );

        RunResult opened = await _lab.HotfixAsync("--deadline", "0s");

        opened.ShouldExitWith(75);
        Assert.Contains("#1 of reader goes from hotfix/null-ref-in-checkout into elsewhere, and is left alone", opened.Output, StringComparison.Ordinal);
        JsonNode pull = await _lab.PullRequestAsync(2);
        Assert.Equal(("main", "engineer"), (pull["base"]!["ref"]!.GetValue<string>(), pull["user"]!["login"]!.GetValue<string>()));
    }

    [Fact]
    public async Task AReadersPullRequestIntoTheBaseIsNotAdoptedWithWhatItSays()
    {
        await _lab.HotfixAsync();
        string fix = _lab.CommitFix();
        _lab.Push(_lab.Clone, $"HEAD:{HotfixLab.Branch}");
        await _lab.SendAsync(
            HttpMethod.Post,
            "reader",
            "pulls",
            new
            {
                title = "Mine",
                head = HotfixLab.Branch,
                @base = "main",
                body = $"<!-- hotfix:report -->\n<!-- hotfix:evidence commit={fix} passed=12 failed=0 skipped=0 seconds=1 -->\n<!-- /hotfix:report -->",
            }
        );

        RunResult refused = await _lab.HotfixAsync("--deadline", "0s");
        await _lab.SendAsync(HttpMethod.Patch, "owner", "pulls/1", new { state = "closed" });
        RunResult opened = await _lab.HotfixAsync("--deadline", "0s");

        Assert.Contains("HF4401", refused.ShouldExitWith(255).Output, StringComparison.Ordinal);
        opened.ShouldExitWith(75);
        Assert.Equal("engineer", (await _lab.PullRequestAsync(2))["user"]!["login"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Release v1.4.9\n\nHotfix-Lane: standard\n", "main does not contain it")]
    [InlineData("Release v1.4.9\n\nHotfix-Lane: exceptional\n", "support/1.4 does not contain it")]
    [InlineData("Release v1.4.9", "support/1.4 does not contain it")]
    public async Task ATagOnACommitThatNobodyReviewedIsNotDeployed(string message, string why)
    {
        using TempRepository writer = _lab.CloneTo("writer");
        writer.Write("src/checkout.txt", "evil").Commit("Not reviewed", TempRepository.Day(30));
        writer.Git(["tag", "--annotate", "--message", message, "v1.4.9"], TempRepository.Day(30));
        _lab.Push(writer, "refs/tags/v1.4.9");
        await _lab.MakeEnvironmentAsync("production");
        await _lab.MakeEnvironmentAsync("hotfix-staging");

        RunResult described = await _lab.RunAsync("DescribeRelease", "--tag", "v1.4.9");
        RunResult deployed = await _lab.RunAsync("Deploy", "--environment", "production", "--tag", "v1.4.9", "--deploy-command", "true");

        Assert.Contains("HF4402", described.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains(why, described.Output, StringComparison.Ordinal);
        Assert.Contains("HF4402", deployed.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Empty(await _lab.DeploymentsAsync("production"));
        (await _lab.RunAsync("DescribeRelease", "--tag", "v1.4.2")).ShouldExitWith(0);
    }

    [Fact]
    public async Task AHotfixDoesNotRelaxTheBudgetThatJudgesIt()
    {
        await _lab.HotfixAsync();
        _lab.Clone.Write(
                ".nuke/parameters.json",
                "{ \"RequireTest\": false, \"MaxLines\": 100000, \"ForbiddenPaths\": [\"none\"], \"ProductionEnvironment\": \"elsewhere\" }\n"
            )
            .Write("src/checkout.txt", string.Concat(Enumerable.Repeat("line\n", 300)))
            .Commit("Large", TempRepository.Day(20));

        RunResult refused = await _lab.HotfixAsync("--deadline", "0s");
        RunResult typed = await _lab.HotfixAsync("--deadline", "0s", "--max-lines", "100000", "--require-test", "false");
        RunResult reasoned = await _lab.HotfixAsync("--deadline", "0s", "--over-budget", "the generator writes it");

        Assert.Contains("HF4012", refused.ShouldExitWith(255).Output, StringComparison.Ordinal);
        foreach (
            string excess in new[]
            {
                "lines changed outside tests and lock files, 200 allowed",
                ".nuke/parameters.json must not change in a hotfix",
                "no test was added",
                "MaxLines is 200, as main (",
            }
        )
        {
            Assert.Contains(excess, refused.Output, StringComparison.Ordinal);
        }

        Assert.Contains("HF4012", typed.ShouldExitWith(255).Output, StringComparison.Ordinal);
        reasoned.ShouldExitWith(75);
        Assert.Contains("the generator writes it", (await _lab.PullRequestAsync(1))["body"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
