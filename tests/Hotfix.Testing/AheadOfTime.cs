using System.Diagnostics;

namespace Hotfix.Testing;

/// <summary>Programs that tests start hundreds of times, copied with their assemblies compiled ahead of time, by <c>build/ready-to-run.sh</c>.</summary>
public static class AheadOfTime
{
    private const string GitVersion = "gitversion.dll";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Whether the compiler that works ahead of time was restored already: a test asks no package feed but in CI, where every start counts.</summary>
    public static bool HasCompiler =>
        Environment.GetEnvironmentVariable("CI") == "true"
        || (Directory.Exists(Packages) && Directory.EnumerateDirectories(Packages, "microsoft.netcore.app.crossgen2.*").Any());

    private static string Packages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Copies a folder so; whether the copy is whole then, and of exactly that program.</summary>
    /// <param name="from">The program's folder.</param>
    /// <param name="to">The copy, kept from one run of the tests to the next.</param>
    /// <param name="program">The file's name whose time says of which build everything is.</param>
    public static bool Copy(string from, string to, string program)
    {
        if (IsOf(to, Path.Combine(from, program)))
            return true;

        string script = RepositoryRoot.Combine("build", "ready-to-run.sh");
        if (OperatingSystem.IsWindows() || !File.Exists(script) || !HasCompiler)
            return false;

        using Process process = Process.Start(
            new ProcessStartInfo(script, ["dotnet", from, to, Path.Combine(from, program)]) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Longest))
            process.Kill(entireProcessTree: true);

        return IsOf(to, Path.Combine(from, program));
    }

    /// <summary>Puts GitVersion, compiled so, where the program in <paramref name="folder"/> looks for it first.</summary>
    public static void PutGitVersionBeside(string folder)
    {
        string tools = Path.Combine(Packages, "gitversion.msbuild", VersionOfGitVersion(), "tools", "net10.0");
        string copy = RepositoryRoot.Combine("tests", "Hotfix.Testing", "bin", "GitVersion", VersionOfGitVersion());
        string beside = Path.Combine(folder, "gitversion");
        if (!File.Exists(Path.Combine(tools, GitVersion)) || !Copy(tools, copy, GitVersion) || new DirectoryInfo(beside).LinkTarget == copy)
            return;

        // Another run of the tests may put it there at this very moment.
        try
        {
            Directory.CreateSymbolicLink(beside, copy);
        }
        catch (IOException)
        {
            // there is one
        }
    }

    // The script ends well, too, where another run of the tests is making the copy: only its mark says that it is whole, and of which build.
    private static bool IsOf(string copy, string built)
    {
        string mark = Path.Combine(copy, "_build.dll.of");
        return File.Exists(mark) && File.GetLastWriteTimeUtc(mark) == File.GetLastWriteTimeUtc(built);
    }

    private static string VersionOfGitVersion()
    {
        string text = File.ReadAllText(RepositoryRoot.Combine("Directory.Packages.props"));
        return text.Split("<GitVersionPackageVersion>")[1].Split('<')[0];
    }
}
