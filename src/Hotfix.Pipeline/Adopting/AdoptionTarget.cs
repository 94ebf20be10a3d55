using Hotfix.Core.Adopting;
using Hotfix.Git;

namespace Hotfix.Pipeline.Adopting;

/// <summary>The repository that gets the hotfix path: looked at once, written in the end.</summary>
internal sealed class AdoptionTarget
{
    private static readonly string[] Patterns = ["*.csproj", "*.cs", "nuget.config"];
    private static readonly string[] Folders =
    [
        ".",
        ".github",
        ".github/workflows",
        "docs",
        ".github/PULL_REQUEST_TEMPLATE",
        "PULL_REQUEST_TEMPLATE",
        "docs/PULL_REQUEST_TEMPLATE",
    ];
    private static readonly EnumerationOptions Plainly = new() { RecurseSubdirectories = true, MaxRecursionDepth = 4 };

    private AdoptionTarget(string root)
    {
        Root = root;
    }

    /// <summary>Absolute path.</summary>
    public string Root { get; }

    /// <exception cref="Core.Errors.HotfixException">HF4250 to HF4252.</exception>
    public static async Task<AdoptionTarget> OpenAsync(string? path, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw AdoptionErrors.NoPath();

        string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, Environment.CurrentDirectory));
        if (!Directory.Exists(root))
            throw AdoptionErrors.NoFolder(root);

        GitResult top = await new GitCommandLine(root).RunAsync(["rev-parse", "--show-prefix"], cancellationToken);
        string output = top.Output.Trim();
        return top.ExitCode != 0 || (!Path.Exists(Path.Combine(root, ".git")) && output.Length == 0)
                ? throw AdoptionErrors.NoRepository(
                    root,
                    top.ExitCode == 0 ? "git finds no work tree there." : top.Evidence,
                    $"Make it one (git init \"{root}\"), or name the root of a clone."
                )
            : output.Length > 0 ? throw AdoptionErrors.NoRepository(root, $"It is the folder '{output}' of one.", "Name the root of that repository.")
            : new AdoptionTarget(root);
    }

    /// <summary>Everything that decides what is written.</summary>
    public AdoptionFacts Read(IEnumerable<string> paths)
    {
        HashSet<string> files = [.. paths, "global.json", FoundVersioning.NerdbankFile];
        foreach (string folder in Directory.EnumerateDirectories(Root).Where(IsBuildFolder))
        {
            files.UnionWith(
                Patterns
                    .SelectMany(pattern => Directory.EnumerateFiles(folder, pattern, Plainly))
                    .Select(Relative)
                    .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            );
        }

        foreach (string folder in Folders.Select(folder => Path.Combine(Root, folder)).Where(Directory.Exists))
            files.UnionWith(Directory.EnumerateFiles(folder).Select(Relative).Where(IsConfiguration));

        return new AdoptionFacts(files.Where(path => File.Exists(Absolute(path))).ToDictionary(path => path, path => File.ReadAllText(Absolute(path))));
    }

    public string Absolute(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    private string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    // Where NUKE's own setup, and people, put a build.
    private static bool IsBuildFolder(string folder) =>
        Path.GetFileName(folder) is { } name
        && (name.Contains("build", StringComparison.OrdinalIgnoreCase) || name.Contains("nuke", StringComparison.OrdinalIgnoreCase))
        && name[0] != '.';

    private static bool IsConfiguration(string path) =>
        Path.GetExtension(path).ToLowerInvariant()
            is ".yml"
                or ".yaml"
                or ".md"
                or ".txt"
                or ".csproj"
                or ".sln"
                or ".slnx"
                or ".props"
                or ".targets"
                or ".config";
}
