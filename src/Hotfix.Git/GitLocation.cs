namespace Hotfix.Git;

/// <summary>Where git keeps things for one work tree.</summary>
/// <param name="Root">Absolute path of the work tree.</param>
/// <param name="GitDir">What belongs to this work tree alone: HEAD, index, half-done operations.</param>
/// <param name="CommonDir">What all work trees share: refs, objects, <c>shallow</c>.</param>
internal sealed record GitLocation(string Root, string GitDir, string CommonDir)
{
    /// <summary>Whether history is cut off. Read anew each time: a fetch can change it.</summary>
    public bool IsShallow => File.Exists(ShallowFile);

    public string ShallowFile => Path.Combine(CommonDir, "shallow");

    public string IndexLock => Path.Combine(GitDir, "index.lock");

    /// <summary>git-rev-parse(1); one process, or four where a path holds a line break.</summary>
    public static async Task<GitLocation> FindAsync(GitCommandLine git, string? directory, CancellationToken cancellationToken)
    {
        string[] options = ["--show-toplevel", "--git-dir", "--git-common-dir"];
        string[] lines = (await AskAsync(git, directory, options, cancellationToken)).Split('\n');
        if (lines.Length != options.Length)
        {
            lines = [.. options];
            for (int i = 0; i < options.Length; i++)
                lines[i] = await AskAsync(git, directory, [options[i]], cancellationToken);
        }

        return new GitLocation(lines[0], lines[1], lines[2]);
    }

    /// <summary>What was left half done here, in git's word for the command that ends it; <c>null</c> when nothing.</summary>
    public string? OperationInProgress() =>
        Has("rebase-apply/applying") ? "am"
        : Has("rebase-merge") || Has("rebase-apply") ? "rebase"
        : Has("MERGE_HEAD") ? "merge"
        : Has("REVERT_HEAD") ? "revert"
        : Has("CHERRY_PICK_HEAD") || Has("sequencer") ? "cherry-pick"
        : Has("BISECT_LOG") ? "bisect"
        : null;

    private bool Has(string name) => Path.Exists(Path.Combine(GitDir, name));

    private static async Task<string> AskAsync(GitCommandLine git, string? directory, string[] options, CancellationToken cancellationToken)
    {
        GitResult result = await git.RunAsync(new GitCall(["rev-parse", "--path-format=absolute", .. options]) { Directory = directory }, cancellationToken);
        return result.IsSuccess ? result.Output[..^1] : throw GitErrors.NoRepository(directory ?? git.WorkingDirectory, result);
    }
}
