using Hotfix.Git.Parsing;
using Hotfix.Git.Writing;

namespace Hotfix.Git.Reading;

/// <summary>git-status(1), without the files that only git sees as changed.</summary>
internal static class TreeStatus
{
    private const int MostCompared = 2_000;

    /// <summary>
    /// A file that was committed against its own attributes (line ends of Windows under <c>eol=lf</c>) is "modified" right after a checkout, and stays so
    /// whatever is done to it. Where the bytes on the disk are the committed ones, nobody has changed it.
    /// </summary>
    /// <returns>The status, and the files that were left out of its changes.</returns>
    public static async Task<(StatusOutput Status, IReadOnlyList<string> Unnormalized)> ReadAsync(
        GitCommandLine git,
        string? directory,
        bool withUntracked,
        CancellationToken cancellationToken
    )
    {
        GitResult result = await git.RunAsync(
            new GitCall(["status", "--porcelain=v2", "-z", "--branch", $"--untracked-files={(withUntracked ? "all" : "no")}"]) { Directory = directory },
            cancellationToken
        );
        if (!result.IsSuccess)
        {
            throw (await Obstacles.OfFilterAsync(git, directory, "HEAD", cancellationToken))?.Stops(
                "git cannot say what has changed here; nothing was changed.",
                result
            ) ?? (directory is null ? GitErrors.Failed(result) : GitErrors.NoRepository(directory, result));
        }

        StatusOutput status = StatusOutput.Parse(result.Output);
        IReadOnlyList<string> same = status.Unstaged.Count == 0 ? [] : await SameBytesAsync(git, directory, status.Unstaged, cancellationToken);
        return (status with { Changed = [.. status.Changed.Except(same, StringComparer.Ordinal)] }, same);
    }

    private static async Task<IReadOnlyList<string>> SameBytesAsync(
        GitCommandLine git,
        string? directory,
        IReadOnlyDictionary<string, string> files,
        CancellationToken cancellationToken
    )
    {
        string[] asked = [.. files.Keys.Where(file => !file.Contains('\n', StringComparison.Ordinal)).Take(MostCompared)];
        GitLocation location = await GitLocation.FindAsync(git, directory, cancellationToken);
        var call = new GitCall(["hash-object", "--no-filters", "--stdin-paths"])
        {
            Directory = location.Root,
            StandardInput = string.Concat(asked.Select(file => file + "\n")),
        };
        GitResult hashed = await git.RunAsync(call, cancellationToken);
        string[] objects = hashed.Line.Split('\n');
        return hashed.IsSuccess && objects.Length == asked.Length ? [.. asked.Where((file, at) => files[file] == objects[at])] : [];
    }
}
