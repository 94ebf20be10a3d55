using System.Text.Json.Nodes;
using Hotfix.LocalGitHub;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios;

/// <summary>What <c>Doctor</c> says as a process: its exit code, its list, its document.</summary>
public sealed class Doctored : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    public async Task InitializeAsync() => _lab = await HotfixLab.StartAsync();

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task RepositoryThatLacksOnlyWhatAHotfixCanDoWithoutPasses()
    {
        int writes = _lab.Writes();

        RunResult doctor = await _lab.RunAsync("Doctor");

        doctor.ShouldExitWith(0);
        Assert.Contains("HF4229", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("remedy: ./build.sh Init --into . writes hotfix.yml", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("main requires 'build' and 1 approval", doctor.Output, StringComparison.Ordinal);
        Assert.Equal(writes, _lab.Writes());
    }

    [Fact]
    public async Task LockedRepositoryFailsAndNamesTheRemedy()
    {
        await _lab.SendAsync(HttpMethod.Post, "owner", "issues", new { title = "v1.4.2 was rolled back", labels = new[] { "release-lock" } });

        RunResult doctor = await _lab.RunAsync("Doctor", "--json");

        doctor.ShouldExitWith(255);
        JsonNode stop = Assert.Single(JsonNode.Parse(doctor.Output)!["findings"]!.AsArray(), finding => finding!["severity"]!.GetValue<string>() == "stop")!;
        Assert.Equal("HF4242", stop["code"]!.GetValue<string>());
        Assert.Contains("./build.sh Rollback --unlock", stop["remedy"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RepositoryWithUnmakeableTagsFailsAndCostsFewRequests()
    {
        _lab.Server.AddRuleset(
            HotfixLab.FullName,
            new Ruleset("no tags")
            {
                ForTags = true,
                Include = ["refs/tags/v*"],
                Rules = [new RulesetRule.Creation()],
            }
        );

        RunResult doctor = await _lab.RunAsync("Doctor");

        doctor.ShouldExitWith(255);
        Assert.Contains("stop  HF4240 ruleset 'no tags' forbids making tags such as v1.4.3", doctor.Output, StringComparison.Ordinal);
        Assert.InRange(
            _lab.Server.Requests.Snapshot().Count(request => request.User == "engineer" && !request.Path.Contains(".git/", StringComparison.Ordinal)),
            10,
            30
        );
    }

    [Fact]
    public async Task MachineWithoutACredentialIsToldEverythingThatCanBeKnownThere()
    {
        System.Diagnostics.ProcessStartInfo command = _lab.Command(["Doctor"]);
        command.Environment.Remove("GITHUB_TOKEN");
        using TargetRun run = _lab.Start(command);

        RunResult doctor = await run.EndAsync();

        doctor.ShouldExitWith(255);
        Assert.All(["ok    git 2.", "stop  HF4210 GitHub cannot be asked", "stop  HF4245 git cannot read the remote"], part =>
            Assert.Contains(part, doctor.Output, StringComparison.Ordinal)
        );
    }
}
