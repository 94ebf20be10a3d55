using System.Diagnostics;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Guarded;

/// <summary>
/// <c>build/choose-engine.ps1</c>, which <c>build.cmd</c> asks on Windows, run by PowerShell with a <c>dotnet</c> that answers as a feed would.
/// </summary>
public sealed class ChoiceInPowerShell : IDisposable
{
    private const string Dotnet = """
        #!/usr/bin/env bash
        [ "$1" = restore ] && [ -f "$2" ] && grep -q 'Nuke.Components" Version="\[10.1.0\]"' "$2" && grep -q 'GitVersion.Tool" Version="\[6.8.2\]"' "$2" || { echo "error XX0001: $*" ; exit 1 ; }
        case $FEED in
          served) exit 0 ;;
          missing) echo "x.csproj : error NU1101: Unable to find package Nuke.Common." ; exit 1 ;;
          old) echo "x.csproj : error NU1102: Unable to find package Nuke.Common with version (= 10.1.0)" ; exit 1 ;;
          down) echo "x.csproj : error NU1301: Unable to load the service index." ; exit 1 ;;
          half) echo "x.csproj : error NU1101: Unable to find package." ; echo "x.csproj : error NU1301: Unable to load." ; exit 1 ;;
          odd) echo "something else" ; exit 1 ;;
          silent) exec sleep 60 ;;
        esac
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PowerShellTheory]
    [InlineData("served", "served")]
    [InlineData("missing", "missing error NU1101: Unable to find package Nuke.Common.")]
    [InlineData("old", "missing error NU1102: Unable to find package Nuke.Common with version (= 10.1.0)")]
    [InlineData("down", "unknown error NU1301: Unable to load the service index.")]
    [InlineData("half", "unknown error NU1101: Unable to find package.")]
    [InlineData("odd", "unknown no error was named")]
    [InlineData("silent", "unknown no answer within 2 seconds")]
    public async Task IsOneWordAndItsReason(string feed, string answer)
    {
        string temp = Directory.CreateDirectory(_folder.Combine("with spaces & more")).FullName;
        File.WriteAllText(_folder.Combine("bin", "dotnet").AlsoCreateFolder(), Dotnet);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.Combine("bin", "dotnet"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        IReadOnlyList<string> shell = PowerShellTheoryAttribute.Command!;
        var start = new ProcessStartInfo(
            shell[0],
            [
                .. shell.Skip(1),
                "-NoProfile",
                "-File",
                RepositoryRoot.Combine("build", "choose-engine.ps1"),
                "-Temp",
                temp,
                "-Family",
                "Nuke",
                "-Version",
                "10.1.0",
                "-GitVersion",
                "6.8.2",
                "-Seconds",
                feed == "silent" ? "2" : "60",
            ]
        );
        start.Environment["PATH"] = $"{_folder.Combine("bin")}{Path.PathSeparator}{start.Environment["PATH"]}";
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(Environment.ProcessPath);
        start.Environment["FEED"] = feed;

        using var run = TargetRun.Start(start);
        RunResult result = (await run.EndAsync()).ShouldExitWith(0);

        Assert.Equal(answer, result.Output.Trim());
        Assert.Empty(Directory.GetFileSystemEntries(temp));
    }
}
