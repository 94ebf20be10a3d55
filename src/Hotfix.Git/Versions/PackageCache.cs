using System.ComponentModel;
using System.Diagnostics;

namespace Hotfix.Git.Versions;

/// <summary>
/// Where NuGet keeps the packages that a restore took: what <c>NUGET_PACKAGES</c> says, else a <c>nuget.config</c> (<c>globalPackagesFolder</c>),
/// else below the home folder.
/// </summary>
internal static class PackageCache
{
    private const string Answer = "global-packages:";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly Lazy<string?> OfConfiguration = new(() => Ask(AppContext.BaseDirectory));

    /// <summary>
    /// The file of that path below the cache; <c>null</c> when there is none. NuGet itself is asked only where the usual folder has none, since that
    /// takes half a second.
    /// </summary>
    public static string? Find(params string[] path)
    {
        string usual = Path.Combine([Usual, .. path]);
        if (File.Exists(usual))
            return usual;

        return IsNamed || OfConfiguration.Value is not { } folder || Path.Combine([folder, .. path]) is var other && !File.Exists(other) ? null : other;
    }

    /// <summary>The folder, as far as it is known by now: after a search that did not find, the one that NuGet names.</summary>
    public static string Folder => !IsNamed && OfConfiguration is { IsValueCreated: true, Value: { } folder } ? folder : Usual;

    private static bool IsNamed => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 };

    private static string Usual =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>What the configuration says that holds in a folder and those above it; <c>null</c> where NuGet does not answer.</summary>
    internal static string? Ask(string directory)
    {
        var start = new ProcessStartInfo("dotnet", ["nuget", "locals", "global-packages", "--list"])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment.Remove("NUGET_PACKAGES");
        try
        {
            var lines = new List<string>();
            using Process process = Process.Start(start)!;
            process.OutputDataReceived += (_, line) => lines.Add(line.Data ?? "");
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }

            // Until all that it wrote was read.
            process.WaitForExit();
            string? answer = lines.Find(line => line.StartsWith(Answer, StringComparison.Ordinal));
            return process.ExitCode == 0 ? answer?[Answer.Length..].Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
