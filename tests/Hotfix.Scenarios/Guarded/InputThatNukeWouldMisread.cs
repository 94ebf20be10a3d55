using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.Guarded;

/// <summary>Where NUKE leaves something out in silence, or warns and goes on: refused by the real build program, before anything is changed or asked.</summary>
public sealed class InputThatNukeWouldMisread : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    public async Task InitializeAsync() => _lab = await HotfixLab.StartAsync();

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Theory]
    [InlineData("HF1060", "Hotfix", "--descripton", "null ref")]
    [InlineData("HF1061", "Hotfix", "--description=x")]
    [InlineData("HF1062", "Hotfix", "--description", "x", "--max-files", "many")]
    [InlineData("HF1062", "--dry-run", "Hotfix")]
    [InlineData("HF1063", "Hotfix", "--description", "-x")]
    [InlineData("HF1064", "Hotfix", "--description", "null", "ref")]
    [InlineData("HF1065", "Hotfix", "--description", "x", "--skip", "Relaese")]
    [InlineData("HF1066", "Hotfix", "--description", "x", "--skip")]
    [InlineData("HF1066", "Hotfix", "--description", "x", "--skip", "release")]
    [InlineData("HF1067", "Hotfix", "--description", "x", "--continue")]
    [InlineData("HF1067", "Test", "--continue")]
    [InlineData("HF1068", "Status", "--verbosity", "loud")]
    [InlineData("HF1069", "Status", "--host", "laptop")]
    [InlineData("HF1070", "Status", "--root", "nowhere")]
    [InlineData("HF1073", "Status", "--profile", "prod")]
    public async Task IsRefusedBeforeAnythingIsChanged(string code, params string[] arguments)
    {
        string before = State();

        RunResult result = await _lab.RunAsync(arguments);

        result.ShouldExitWith(255);
        Assert.Contains($"{code}: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("nothing was changed.\nwhy:  ", result.Output, StringComparison.Ordinal);
        Assert.Contains("\nnext: ", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, State());
    }

    [Fact]
    public async Task ATokenOnTheCommandLineIsTakenWithAWarningThatNamesTheVariable()
    {
        string token = _lab.Server.AddUser("visitor");
        _lab.Server.Grant(HotfixLab.FullName, "visitor", LocalGitHub.Role.Write);

        RunResult result = await _lab.RunAsync("Status", "--token", token);

        result.ShouldExitWith(0);
        Assert.Contains("--token on the command line is readable by everybody on this machine", result.Output, StringComparison.Ordinal);
        Assert.Contains("set GITHUB_TOKEN instead", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(token, result.Output, StringComparison.Ordinal);
        Assert.Contains(_lab.Server.Requests.Snapshot(), request => request.User == "visitor");
    }

    [Theory]
    [InlineData("HF1072", "parameters.json", "{ \"description\": \"x\" }")]
    [InlineData("HF1062", "parameters.json", "{ \"MaxFiles\": \"many\" }")]
    [InlineData("HF1074", "parameters.json", "{ \"MaxFiles\": ")]
    [InlineData("HF1062", "parameters.staging.json", "{ \"DryRun\": \"yes\" }")]
    public async Task InAParametersFileIsRefusedToo(string code, string file, string content)
    {
        _lab.Clone.Write($".nuke/{file}", content);

        RunResult result = await _lab.RunAsync(["Status", .. file.Contains("staging", StringComparison.Ordinal) ? (string[])["--profile", "staging"] : []]);

        result.ShouldExitWith(255);
        Assert.Contains($"{code}: ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShowsWithJsonAsRefusalsInTheDocument()
    {
        RunResult result = await _lab.RunAsync("Hotfix", "--json", "--nope", "--max-files", "x");

        result.ShouldExitWith(255);
        using var document = System.Text.Json.JsonDocument.Parse(result.Output);
        Assert.Equal(255, document.RootElement.GetProperty("exitCode").GetInt32());
        Assert.Equal(
            ["HF1060", "HF1062"],
            document.RootElement.GetProperty("refusals").EnumerateArray().Select(refusal => refusal.GetProperty("code").GetString())
        );
    }

    [Theory]
    [InlineData("--help", "--nope")]
    [InlineData("Hotfix", "--plan")]
    [InlineData("--strict", "--plan")]
    public async Task DoesNotStandInTheWayOfAQuestion(params string[] arguments) => (await _lab.RunAsync(arguments)).ShouldExitWith(0);

    // The umbrella's parts were observed done, not skipped by name: that is green, and right.
    [Fact]
    public async Task IsNotWhatSkipsAStageThatIsDone()
    {
        RunResult result = await _lab.RunAsync("Release", "--skip");

        Assert.DoesNotContain("HF1066", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsNoPlainVariableOfTheMachine()
    {
        System.Diagnostics.ProcessStartInfo command = _lab.Command(["Status"]);
        foreach (
            string name in new[]
            {
                "DESCRIPTION",
                "VERSION",
                "TOKEN",
                "PORT",
                "BASE",
                "MAX_FILES",
                "HOST",
                "VERBOSITY",
                "TARGET",
                "SKIP",
                "PROFILE",
                "ROOT",
                "CONTINUE",
                "PLAN",
            }
        )
        {
            command.Environment[name] = "nonsense";
        }

        using var run = TargetRun.Start(command);
        RunResult result = await run.EndAsync();

        result.ShouldExitWith(0);
        Assert.DoesNotContain("nonsense", result.Output, StringComparison.Ordinal);
        Assert.Contains("Status             Succeeded", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--token")]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("NUKE_TOKEN")]
    public async Task MayHoldASecretWhichNoLineAndNoLogShows(string place)
    {
        const string secret = "gho-not-a-real-credential";
        System.Diagnostics.ProcessStartInfo command = _lab.Command([
            "CreateHotfixBranch",
            "--description",
            "x",
            "--merge-method",
            secret,
            "--verbosity",
            "Verbose",
            .. place == "--token" ? (string[])["--token", secret] : [],
        ]);
        command.Environment[place == "--token" ? "UNUSED" : place] = secret;

        using var run = TargetRun.Start(command);
        RunResult result = await run.EndAsync();

        result.ShouldExitWith(255);
        Assert.Contains("[REDACTED]", result.Output, StringComparison.Ordinal);
        string logs = string.Concat(Directory.GetFiles(Path.Combine(_lab.Clone.Path, ".nuke", "temp"), "*.log").Select(File.ReadAllText));
        Assert.Contains("[REDACTED]", logs, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, result.Output + result.Errors + logs, StringComparison.Ordinal);
    }

    private string State() =>
        string.Join(
            '\n',
            _lab.Clone.Git(["status", "--porcelain"]),
            _lab.Clone.Git(["for-each-ref"]),
            _lab.RemoteRefs(),
            _lab.Server.Requests.Snapshot().Count
        );
}
