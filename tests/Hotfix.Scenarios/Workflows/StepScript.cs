using System.Diagnostics;
using Hotfix.Scenarios.Guarded;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Workflows;

/// <summary>How <c>.github/step.sh</c> turns an exit code into a step.</summary>
public sealed class StepScript : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ScriptTheory]
    [InlineData(0, "Released: v1.4.3", 0, "state=done", "Released")]
    [InlineData(
        75,
        "Somebody's move: a review; cleared by olga",
        0,
        "state=waiting",
        "::notice title=Somebody's move::Somebody's move: a review; cleared by olga."
    )]
    [InlineData(
        255,
        "HF4021: The check 'build' failed; nothing was merged.",
        255,
        "",
        "::error title=Hotfix::HF4021: The check 'build' failed; nothing was merged."
    )]
    [InlineData(134, "Aborted", 134, "", "::error title=Hotfix::ended with exit code 134")]
    public async Task TellsWhatATargetCameTo(int code, string line, int expected, string output, string said)
    {
        RunResult result = await RunAsync($"echo \"{line}\"\nexit {code}\n");

        result.ShouldExitWith(expected);
        Assert.Contains(said, result.Output, StringComparison.Ordinal);
        Assert.Equal(output, File.Exists(_folder.Combine("outputs")) ? (await File.ReadAllTextAsync(_folder.Combine("outputs"))).Trim() : "");
        Assert.Contains($"    {line}", await File.ReadAllTextAsync(_folder.Combine("summary.md")), StringComparison.Ordinal);
    }

    [ScriptTheory]
    [InlineData(75, "::notice title=Somebody's move::a review")]
    [InlineData(255, "::error title=HF4021::The check 'build' failed")]
    public async Task AddsNothingToWhatTheTargetsToldThemselves(int code, string annotation)
    {
        RunResult result = await RunAsync($"echo \"{annotation}\"\necho '### by the targets' >>\"$GITHUB_STEP_SUMMARY\"\nexit {code}\n");

        Assert.Equal(annotation, result.Output.Trim());
        Assert.Equal("### by the targets\n", await File.ReadAllTextAsync(_folder.Combine("summary.md")));
    }

    private async Task<RunResult> RunAsync(string program)
    {
        await File.WriteAllTextAsync(_folder.Combine("build.sh"), "#!/bin/sh\n" + program);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.Combine("build.sh"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var start = new ProcessStartInfo("bash", [RepositoryRoot.Combine(".github", "step.sh"), "Hotfix"]) { WorkingDirectory = _folder.Path };
        start.Environment["RUNNER_TEMP"] = _folder.Path;
        start.Environment["GITHUB_OUTPUT"] = _folder.Combine("outputs");
        start.Environment["GITHUB_STEP_SUMMARY"] = _folder.Combine("summary.md");
        start.Environment.Remove("HOTFIX_TOKEN_KIND");
        using TargetRun run = TargetRun.Start(start);

        return await run.EndAsync();
    }
}
