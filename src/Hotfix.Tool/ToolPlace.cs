using Hotfix.Core.Errors;
using Hotfix.Git;
using Nuke.Common.Execution;

namespace Hotfix.Tool;

/// <summary>Where the tool runs, and where it keeps its own files: in the clone's git directory, so that the repository stays as it is.</summary>
internal sealed class ToolPlace : IDisposable
{
    private readonly DirectoryInfo? _passing;

    private ToolPlace(string root, string filesDirectory, DirectoryInfo? passing)
    {
        Root = root;
        FilesDirectory = filesDirectory;
        _passing = passing;
    }

    /// <summary>The nearest folder with <c>.nuke</c> within the repository, else the repository's root.</summary>
    public string Root { get; }

    /// <summary>For logs and the like.</summary>
    public string FilesDirectory { get; }

    /// <summary>Those of the process, with the root that was found.</summary>
    public IReadOnlyDictionary<string, string> Variables() => new Dictionary<string, string>(BuildInvocation.OfProcess().Variables()) { ["NUKE_ROOT"] = Root };

    /// <exception cref="HotfixException">HF1070 when there is no repository; HF2001 without git.</exception>
    public static async Task<ToolPlace> FindAsync(ToolArguments arguments, string workingDirectory)
    {
        string start = Path.GetFullPath(arguments.Root ?? workingDirectory, workingDirectory);
        if (!Directory.Exists(start))
        {
            throw new HotfixException(
                "HF1070",
                $"The root directory '{start}' does not exist; nothing was changed.",
                "--root (or NUKE_ROOT) names it.",
                "Name the folder of the repository, or leave it out."
            );
        }

        GitResult found = await new GitCommandLine(start).RunAsync(["rev-parse", "--show-toplevel", "--absolute-git-dir"], CancellationToken.None);
        if (found.IsSuccess && found.Line.Split('\n') is [var top, var gitDirectory])
        {
            return new ToolPlace(
                arguments.Root is null ? Nearest(start, Path.GetFullPath(top)) : start,
                Path.Combine(Path.GetFullPath(gitDirectory), "hotfix", "temp"),
                passing: null
            );
        }

        if (!arguments.NeedsNoRepository)
        {
            throw new HotfixException(
                "HF1070",
                $"'{start}' is not inside a work tree of git; nothing was changed.",
                found.IsSuccess ? "git finds no work tree there." : found.Evidence,
                "Run it inside a clone, or name one: --root ../shop"
            );
        }

        DirectoryInfo passing = Directory.CreateTempSubdirectory("hotfix-");
        return new ToolPlace(start, passing.FullName, passing);
    }

    /// <summary>Leaves nothing behind where there is no repository.</summary>
    public void Dispose() => _passing?.Delete(recursive: true);

    private static string Nearest(string start, string top)
    {
        for (DirectoryInfo? folder = new(start); folder is not null && folder.FullName.Length >= top.Length; folder = folder.Parent)
        {
            if (Path.Exists(Path.Combine(folder.FullName, ".nuke")))
                return folder.FullName;
        }

        return top;
    }
}
