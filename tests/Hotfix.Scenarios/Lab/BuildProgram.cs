using System.Diagnostics;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Lab;

/// <summary>
/// The real build program, which is built beside the scenarios. They start it hundreds of times, so that it is compiled ahead of time first, into a folder
/// of its own: the one beside the program may be running this very test.
/// </summary>
internal static class BuildProgram
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly Lazy<string> Ready = new(Compile);

    public static string Path => Ready.Value;

    // Where the compiler is not restored already, the program runs as it was built: a test asks no package feed but in CI, where every start counts.
    private static string Compile()
    {
        string built = RepositoryRoot.Combine("build", "bin", BuiltFor.Engine, "Debug");
        string ready = RepositoryRoot.Combine("tests", "Hotfix.Scenarios", "bin", BuiltFor.Engine, "Ready");
        string script = RepositoryRoot.Combine("build", "ready-to-run.sh");
        if (OperatingSystem.IsWindows() || !File.Exists(script) || !HasCompiler())
            return System.IO.Path.Combine(built, "_build.dll");

        using Process process = Process.Start(
            new ProcessStartInfo(script, ["dotnet", built, ready, System.IO.Path.Combine(built, "_build.dll")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        bool ended = process.WaitForExit(Longest);
        if (!ended)
            process.Kill(entireProcessTree: true);

        return System.IO.Path.Combine(ended && process.ExitCode == 0 && IsOf(ready, built) ? ready : built, "_build.dll");
    }

    // The script ends well, too, where another run of the tests is making the copy: only its mark says that it is whole, and of which build.
    private static bool IsOf(string ready, string built)
    {
        string mark = System.IO.Path.Combine(ready, "_build.dll.of");
        return File.Exists(mark) && File.GetLastWriteTimeUtc(mark) == File.GetLastWriteTimeUtc(System.IO.Path.Combine(built, "_build.dll"));
    }

    /// <summary>Whether the compiler that works ahead of time was restored already.</summary>
    public static bool HasCompiler()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            return true;

        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.Exists(packages) && Directory.EnumerateDirectories(packages, "microsoft.netcore.app.crossgen2.*").Any();
    }
}
