using Hotfix.Testing;

namespace Hotfix.Scenarios.Guarded;

/// <summary>
/// Needs PowerShell, which <c>build.cmd</c> asks to choose the engine: the one of the package feeds, as <c>.ci/run</c> installs it, else the one on PATH.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PowerShellTheoryAttribute : TheoryAttribute
{
    private const string Install = "dotnet tool install PowerShell --version 7.6.9 --tool-path .nuke/temp/powershell";

    public PowerShellTheoryAttribute() =>
        Skip =
            OperatingSystem.IsWindows() ? "The 'dotnet' that answers in this test is a shell script."
            : Command is null ? $"There is no PowerShell here: {Install}"
            : null;

    /// <summary>The words that start it, whatever 'dotnet' is on PATH; <c>null</c> where it is not there.</summary>
    public static IReadOnlyList<string>? Command { get; } = Find();

    private static string[]? Find()
    {
        string tool = RepositoryRoot.Combine(".nuke", "temp", "powershell", ".store");
        string? program = Directory.Exists(tool)
            ? Directory
                .EnumerateFiles(tool, "pwsh.dll", SearchOption.AllDirectories)
                .FirstOrDefault(file => Path.GetFileName(Path.GetDirectoryName(file)) == "unix")
            : null;
        if (program is not null)
            return [Environment.ProcessPath!, program];

        string? onPath = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "pwsh"))
            .FirstOrDefault(File.Exists);
        return onPath is null ? null : [onPath];
    }
}
