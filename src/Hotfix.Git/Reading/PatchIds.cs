using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Refs;

namespace Hotfix.Git.Reading;

/// <summary>
/// What commits change, as git-patch-id(1) names it. The options are fixed: a user's diff configuration must not make equal changes different.
/// </summary>
/// <remarks><c>--full-index</c> makes the id of a binary file's change that of its contents; without it all of them would be the same.</remarks>
internal sealed class PatchIds(GitCommandLine git)
{
    private static readonly string[] Plain =
    [
        "--patch",
        "--full-index",
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        "--no-renames",
        "--unified=3",
        "--inter-hunk-context=0",
    ];
    private static readonly string[] Forward = [.. Plain, "--src-prefix=a/", "--dst-prefix=b/"];

    // -R swaps the two prefixes along with the contents, and they are part of the id.
    private static readonly string[] Backward = [.. Plain, "-R", "--src-prefix=b/", "--dst-prefix=a/"];

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<CommitPatch>> ListAsync(
        (CommitSha Excluded, CommitSha Tip) range,
        IReadOnlyList<string> paths,
        CancellationToken cancellationToken
    )
    {
        string[] what = ["--reverse", "--topo-order", range.Tip.Value, $"^{range.Excluded}", "--", .. paths.Select(path => $":(literal,top){path}")];
        string subjects = await git.ReadAsync(["log", "--no-show-signature", "--no-color", "--format=%H %s", .. what], cancellationToken);
        if (subjects.Length == 0)
            return [];

        IReadOnlyDictionary<string, string> ids = await LogAsync(Forward, what, cancellationToken);
        IReadOnlyDictionary<string, string> reverse = await LogAsync(Backward, what, cancellationToken);
        return
        [
            .. subjects
                .Split('\n')
                .Select(line => line.Split(' ', 2))
                .Select(line => new CommitPatch(
                    CommitSha.Parse(line[0]),
                    line.ElementAtOrDefault(1) ?? "",
                    ids.GetValueOrDefault(line[0], ""),
                    reverse.GetValueOrDefault(line[0], "")
                )),
        ];
    }

    /// <summary>Of everything between two commits; empty when that is nothing.</summary>
    public async Task<string> ReadAsync(CommitSha from, CommitSha to, CancellationToken cancellationToken)
    {
        string patch = await git.ReadAsync(["diff-tree", "-r", .. Forward, from.Value, to.Value], cancellationToken);
        return (await IdsAsync(patch, cancellationToken)).Split(' ')[0];
    }

    private async Task<IReadOnlyDictionary<string, string>> LogAsync(string[] options, string[] what, CancellationToken cancellationToken)
    {
        string[] arguments = ["log", "--no-show-signature", "--root", "--diff-merges=first-parent", "--full-diff", "--format=commit %H", .. options, .. what];
        string ids = await IdsAsync(await git.ReadAsync(arguments, cancellationToken), cancellationToken);
        return ids.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .ToDictionary(line => line[1], line => line[0], StringComparer.Ordinal);
    }

    private async Task<string> IdsAsync(string patches, CancellationToken cancellationToken)
    {
        GitResult result = await git.RunAsync(new GitCall(["patch-id", "--stable"]) { StandardInput = patches + "\n" }, cancellationToken);
        return result.IsSuccess ? result.Line : throw GitErrors.Failed(result);
    }
}
