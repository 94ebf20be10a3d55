using System.Diagnostics;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;
using YamlDotNet.RepresentationModel;

namespace Hotfix.Scenarios;

/// <summary>The <c>run:</c> steps of hotfix.yml, as they stand, with the variables that GitHub Actions sets, against the local GitHub.</summary>
public sealed class HotfixWorkflow : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    public async Task InitializeAsync() => _lab = await HotfixLab.StartAsync();

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task SomebodysMoveIsAGreenStepWithASummary()
    {
        await PushFixAsync();

        RunResult result = await RunStepsAsync("ci-1");

        result.ShouldExitWith(0);
        Assert.Contains("::notice title=Somebody's move::", result.Output, StringComparison.Ordinal);
        Assert.Contains("0 of 1 approvals", await File.ReadAllTextAsync(Summary("ci-1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAgainWithTheSameWordsItReleases()
    {
        string fix = await PushFixAsync();
        (await RunStepsAsync("ci-1")).ShouldExitWith(0);
        await _lab.ReportAsync(fix);
        await _lab.ApproveAsync(1);

        RunResult result = await RunStepsAsync("ci-2");

        result.ShouldExitWith(0);
        await _lab.ShouldBeReleasedOnceAsync();
    }

    private string Summary(string job) => Path.Combine(_lab.Home, job, "summary.md");

    // What a colleague has pushed before the workflow is dispatched: the branch with the fix.
    private async Task<string> PushFixAsync()
    {
        (await _lab.RunAsync("CreateHotfixBranch", "--description", HotfixLab.Description)).ShouldExitWith(0);
        string fix = _lab.CommitFix();
        _lab.Clone.Git(["-c", $"http.extraHeader=Authorization: Bearer {_lab.Token}", "push", "--quiet", "origin", "HEAD"]);
        return fix;
    }

    private async Task<RunResult> RunStepsAsync(string job)
    {
        Directory.CreateDirectory(Path.Combine(_lab.Home, job));
        TempRepository clone = _lab.CloneTo(job);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        await using (var script = new StreamWriter(Path.Combine(clone.Path, "build.sh"), options))
        {
            await script.WriteAsync($"#!/bin/sh\nexec dotnet '{BuildProgram.Path}' \"$@\"\n");
        }

        RunResult? last = null;
        foreach ((string step, IReadOnlyDictionary<string, string> environment) in Steps())
        {
            string file = Path.Combine(_lab.Home, job, "step.sh");
            await File.WriteAllTextAsync(file, step);

            // 'shell: bash' is documented as this command line.
            var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-eo", "pipefail", file]) { WorkingDirectory = clone.Path };
            _lab.Prepare(start.Environment);
            SetActionsVariables(start, job);
            foreach ((string name, string value) in environment)
            {
                start.Environment[name] = value;
            }

            using TargetRun run = TargetRun.Start(start);
            last = await run.EndAsync();
        }

        return last!;
    }

    private void SetActionsVariables(ProcessStartInfo start, string job)
    {
        start.Environment["CI"] = "true";
        start.Environment["GITHUB_ACTIONS"] = "true";
        start.Environment["GITHUB_REPOSITORY"] = HotfixLab.FullName;
        start.Environment["GITHUB_REF"] = "refs/heads/main";
        start.Environment["GITHUB_REF_NAME"] = "main";
        start.Environment["GITHUB_EVENT_NAME"] = "workflow_dispatch";
        start.Environment["GITHUB_RUN_ID"] = "4711";
        start.Environment["GITHUB_STEP_SUMMARY"] = Summary(job);
        start.Environment["RUNNER_TEMP"] = Path.Combine(_lab.Home, job);
        start.Environment["NUKE_POLL_INTERVAL"] = "1s";
        start.Environment["NUKE_CHECK_GRACE"] = "0s";
    }

    private IEnumerable<(string Script, IReadOnlyDictionary<string, string> Environment)> Steps()
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(Path.Combine(RepositoryRoot.Path, ".github", "workflows", "hotfix.yml"));
        yaml.Load(reader);
        var job = (YamlMappingNode)yaml.Documents[0].RootNode["jobs"]["hotfix"];
        foreach (YamlMappingNode step in ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>().Where(step => step.Children.ContainsKey("run")))
        {
            Dictionary<string, string> environment = step.Children.ContainsKey("env")
                ? ((YamlMappingNode)step["env"]).Children.ToDictionary(pair => pair.Key.ToString(), pair => Evaluate(pair.Value.ToString()))
                : [];
            yield return (step["run"].ToString(), environment);
        }
    }

    // The expressions that the workflow uses; another one fails here, so that it is thought of.
    private string Evaluate(string text) => text switch
    {
        "${{ secrets.HOTFIX_TOKEN || github.token }}" => _lab.Token,
        "${{ inputs.description }}" => HotfixLab.Description,
        "${{ inputs.fix }}" or "${{ inputs.incident }}" or "${{ inputs.base }}" => "",
        "20m" => "3s", // the deadline, so that the scenario does not wait that long for a person
        _ when !text.Contains("${{", StringComparison.Ordinal) => text,
        _ => throw new InvalidOperationException($"The workflow uses an expression that this test does not know: {text}"),
    };
}
