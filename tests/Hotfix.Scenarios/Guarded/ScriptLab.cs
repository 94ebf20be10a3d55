using System.Diagnostics;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Guarded;

/// <summary>
/// A copy of the real <c>build.sh</c> in a folder of its own, with a <c>dotnet</c> that answers restores as a feed would, and runs the real build program.
/// </summary>
internal sealed class ScriptLab : IDisposable
{
    private const string Dotnet = """
        #!/usr/bin/env bash
        printf '%s\n' "$*" >>"$CALLS"
        case $1 in
          restore)
            case $2 in *Probe.csproj) ;; *) exec sleep "${RESTORING:-0}" ;; esac
            case $FEED in
              served) exit 0 ;;
              missing) echo "x.csproj : error NU1101: Unable to find package Nuke.Common." ; exit 1 ;;
              old) echo "x.csproj : error NU1102: Unable to find package Nuke.Common with version (= 10.1.0)" ; exit 1 ;;
              down) echo "x.csproj : error NU1301: Unable to load the service index." ; exit 1 ;;
              half) echo "x.csproj : error NU1101: Unable to find package." ; echo "x.csproj : error NU1301: Unable to load." ; exit 1 ;;
              slow) sleep 20 ; exit 0 ;;
              silent) exec sleep 60 ;;
            esac ;;
          build)
            [ "${COMPILES:-yes}" = yes ] || { echo "Build.cs(1,1): error CS1002: ; expected" ; exit 1 ; }
            for argument in "$@"; do case $argument in -p:HotfixEngine=*) engine=${argument#*=} ;; esac; done
            mkdir -p "$ROOT/build/bin/$engine/Debug"
            printf '%s' "$engine" >"$ROOT/build/bin/$engine/Debug/_build.dll"
            [ -z "${BESIDE:-}" ] || cp "$BESIDE" "$ROOT/build/bin/$engine/Debug/Nuke.Common.dll" ;;
          --info | --list-runtimes | nuget) exec "$REAL_DOTNET" "$@" ;;
          *.dll)
            printf 'ran %s:' "$(cat "$1")" ; shift ; printf ' [%s]' "$@" ; echo
            if [ -n "${PROGRAM:-}" ]; then exec "$REAL_DOTNET" "$PROGRAM" "$@" ; fi
            exit "${CODE:-0}" ;;
        esac
        """;

    private readonly TempFolder _folder = new();

    public ScriptLab()
    {
        foreach (string file in new[] { "build.sh", "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig" })
            File.Copy(RepositoryRoot.Combine(file), _folder.Combine("root", file).AlsoCreateFolder());

        Write("build/Build.cs", "class Build;");
        Write("src/Hotfix.Core/Slug.cs", "class Slug;");
        Write("../dotnet", Dotnet);
    }

    public string Root => _folder.Combine("root");

    public string Temp => Path.Combine(Root, ".nuke", "temp");

    public string? Remembered => File.Exists(Path.Combine(Temp, "engine")) ? File.ReadAllText(Path.Combine(Temp, "engine")).Trim() : null;

    /// <summary>Writes a file that may be started.</summary>
    public void Write(string file, string content)
    {
        File.WriteAllText(Path.Combine(Root, file).AlsoCreateFolder(), content);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(Root, file), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>
    /// What the script called of dotnet since the last question; a restore of the engine's probe is a <c>probe</c>. In the order of the alphabet: probe and
    /// restore run side by side.
    /// </summary>
    public string[] Calls() => [.. Lines().Select(Call).Order(StringComparer.Ordinal)];

    /// <summary>The same, with all arguments and as they came.</summary>
    public string[] Lines()
    {
        string file = _folder.Combine("calls");
        string[] lines = File.Exists(file) ? [.. File.ReadAllLines(file).Where(line => !line.StartsWith("--", StringComparison.Ordinal))] : [];
        File.Delete(file);
        return lines;
    }

    private static string Call(string line)
    {
        string[] words = line.Split(' ');
        return words[0].EndsWith(".dll", StringComparison.Ordinal) ? "run"
            : words[0] == "restore" && words[1].EndsWith("Probe.csproj", StringComparison.Ordinal) ? "probe"
            : words[0];
    }

    public Task<RunResult> RunAsync(string feed, params string[] arguments) => RunAsync(feed, new Dictionary<string, string>(), arguments);

    public async Task<RunResult> RunAsync(string feed, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Root, "build.sh"), arguments) { WorkingDirectory = Root };
        foreach (
            string name in start
                .Environment.Keys.Where(name => name.StartsWith("NUKE_", StringComparison.Ordinal) || name.StartsWith("HOTFIX_", StringComparison.Ordinal))
                .ToArray()
        )
        {
            start.Environment.Remove(name);
        }

        start.Environment.Remove("CI");
        start.Environment["DOTNET_EXE"] = _folder.Combine("dotnet");
        start.Environment["CALLS"] = _folder.Combine("calls");
        start.Environment["ROOT"] = Root;
        start.Environment["FEED"] = feed;
        start.Environment["REAL_DOTNET"] = Environment.ProcessPath!;
        foreach ((string name, string value) in variables)
            start.Environment[name] = value;

        using var run = TargetRun.Start(start);
        return await run.EndAsync();
    }

    public void Dispose() => _folder.Dispose();
}
