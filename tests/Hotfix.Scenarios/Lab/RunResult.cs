namespace Hotfix.Scenarios.Lab;

/// <summary>How one run of the build program ended.</summary>
public sealed record RunResult(int ExitCode, string Output, string Errors)
{
    /// <summary>The last line with text on standard output.</summary>
    public string LastLine => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";

    /// <summary>Fails with the whole output when the exit code is another.</summary>
    public RunResult ShouldExitWith(int expected)
    {
        Assert.True(expected == ExitCode, $"exit code {ExitCode}, expected {expected}\n{Output}\n{Errors}");
        return this;
    }
}
