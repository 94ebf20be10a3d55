using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Hotfix.Core.Errors;

namespace Hotfix.Tool;

/// <summary>A repository's own build, whose <c>build.sh</c> is ours: it may override what the tool does, so it is run where it stands ready.</summary>
/// <param name="Program">The compiled program, relative to the root.</param>
/// <param name="Obstacle">Why it cannot be run as it is, <c>is not compiled</c>; <c>null</c> when it can.</param>
internal sealed partial record RepositoryBuild(string Program, string? Obstacle)
{
    private const string DefaultEngine = "embedded";
    private string Root { get; init; } = "";

    /// <summary>Looks; compiles nothing. <c>null</c> where there is no <c>build.sh</c>, or one of somebody else's.</summary>
    public static RepositoryBuild? Find(string root)
    {
        string script = Path.Combine(root, OwnCommand.Script);
        if (
            !File.Exists(script)
            || File.ReadAllText(script) is not { } text
            || !text.Contains("HF5002: the build program did not compile", StringComparison.Ordinal)
        )
        {
            return null;
        }

        string engine = Environment.GetEnvironmentVariable("HOTFIX_ENGINE") is { Length: > 0 } named ? named : DefaultEngine;
        string folder = Folder().Match(text) is { Success: true } match ? match.Groups["folder"].Value : "build";
        string program = $"{folder}/bin/{engine}/_build.dll";
        string stamp = Path.Combine(root, ".nuke", "temp", $"build-{engine}.stamp");
        string? obstacle =
            !File.Exists(Path.Combine(root, program)) || !File.Exists(stamp) ? "is not compiled here"
            : IsCurrent(Path.Combine(root, folder), stamp) ? null
            : "was changed since it was compiled";
        return new RepositoryBuild(program, obstacle) { Root = root };
    }

    /// <summary>Runs it to its end, with this terminal, and passes signals on.</summary>
    public int Run(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Host(), [Path.Combine(Root, Program), .. arguments]) { UseShellExecute = false };
        start.Environment[OwnCommand.Variable] = OwnCommand.Tool;
        start.Environment["NUKE_TELEMETRY_OPTOUT"] = "1";
        start.Environment.Remove("HOST");
        using Process process = Process.Start(start)!;

        // A terminal interrupts both; whoever ends this one alone means the other.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            using Process? kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        });
        process.WaitForExit();
        return process.ExitCode;
    }

    // As build.sh sees it: the list of names is the same, and none is newer than the stamp.
    private static bool IsCurrent(string folder, string stamp)
    {
        DateTime built = File.GetLastWriteTimeUtc(stamp);
        FileInfo[] files = [.. Files(new DirectoryInfo(folder))];
        return files.All(file => file.LastWriteTimeUtc <= built)
            && files.Select(file => file.FullName).Order(StringComparer.Ordinal).SequenceEqual(File.ReadAllLines(stamp).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) =>
        folder
            .EnumerateFiles()
            .Where(file => !file.Name.EndsWith(".lock.json", StringComparison.Ordinal))
            .Concat(folder.EnumerateDirectories().Where(below => below.Name is not ("bin" or "obj")).SelectMany(Files));

    private static string Host() => Environment.GetEnvironmentVariable("DOTNET_EXE") is { Length: > 0 } named ? named : "dotnet";

    [GeneratedRegex(@"\$root/(?<folder>[\w.-]+)/_build\.csproj", RegexOptions.CultureInvariant)]
    private static partial Regex Folder();
}
