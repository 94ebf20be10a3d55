using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Execution;

/// <summary>Reads a clone and its remote. Never moves a ref of the user's, never touches a work tree.</summary>
public interface IGitReader
{
    /// <summary>The state of the work tree (git-status(1)).</summary>
    Task<WorkTree> ReadWorkTreeAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Asks the remote for its refs (git-ls-remote(1) <c>--symref</c>); one connection.
    /// <paramref name="remote"/> <c>null</c>: the only remote, or <c>origin</c> among several, or the one that the current branch follows.
    /// </summary>
    Task<RemoteRefs> ReadRemoteAsync(string? remote, CancellationToken cancellationToken);

    /// <summary>
    /// Brings the commits of these branches and tags into the object store, and the branches' remote-tracking refs up to date. Local tags are left alone.
    /// Connects only when something is missing. In a shallow clone it deepens until the merge base of the branches is there.
    /// </summary>
    Task FetchAsync(
        RemoteRefs remote,
        IReadOnlyCollection<BranchName> branches,
        IReadOnlyCollection<RemoteTag> tags,
        CancellationToken cancellationToken);

    /// <summary>The local branch's tip; <c>null</c> when there is no such branch.</summary>
    Task<CommitSha?> ReadBranchAsync(BranchName branch, CancellationToken cancellationToken);

    /// <summary>What git keeps as the local branch's description (git-branch(1) <c>--edit-description</c>); empty when there is none.</summary>
    Task<string> ReadBranchDescriptionAsync(BranchName branch, CancellationToken cancellationToken);

    /// <summary>Local branches below a prefix such as <c>hotfix/</c>, with their tips.</summary>
    Task<IReadOnlyDictionary<BranchName, CommitSha>> ListBranchesAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>The linked work trees by the branch that each has checked out, the main one included; absolute paths.</summary>
    Task<IReadOnlyDictionary<BranchName, string>> ListWorktreesAsync(CancellationToken cancellationToken);

    /// <summary>Whether the first commit is reachable from the second (or is it).</summary>
    Task<bool> IsAncestorAsync(CommitSha ancestor, CommitSha descendant, CancellationToken cancellationToken);

    /// <summary>The best common ancestor; <c>null</c> for unrelated histories.</summary>
    Task<CommitSha?> FindMergeBaseAsync(CommitSha one, CommitSha other, CancellationToken cancellationToken);

    /// <summary>Commits reachable from <paramref name="tip"/> and not from <paramref name="excluded"/>, oldest first, at most <paramref name="limit"/> of the newest.</summary>
    Task<IReadOnlyList<CommitSummary>> ListCommitsAsync(CommitSha excluded, CommitSha tip, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Commits of the tip's own line (first parents) that <paramref name="excluded"/> does not have and that change something in one of these folders, oldest first, the newest
    /// up to a limit: a merge counts for what it brought.
    /// </summary>
    Task<IReadOnlyList<CommitSummary>> ListMainlineAsync(CommitSha excluded, CommitSha tip, (IReadOnlyList<string> Folders, int Limit) of, CancellationToken cancellationToken);

    /// <summary>One commit, which is in the object store.</summary>
    Task<CommitSummary> ReadCommitAsync(CommitSha commit, CancellationToken cancellationToken);

    /// <summary>Subjects of the newest commits from <paramref name="tip"/> on, merges left out.</summary>
    Task<IReadOnlyList<string>> ListSubjectsAsync(CommitSha tip, int limit, CancellationToken cancellationToken);

    /// <summary>What differs between two commits.</summary>
    Task<IReadOnlyList<FileChange>> DiffAsync(CommitSha from, CommitSha to, CancellationToken cancellationToken);

    /// <summary>All file paths of a commit (git-ls-tree(1) <c>-r</c>).</summary>
    Task<IReadOnlyList<string>> ListFilesAsync(CommitSha commit, CancellationToken cancellationToken);

    /// <summary>The content of a text file in a commit, without the byte order mark that editors of Windows write; <c>null</c> when it has no such file.</summary>
    Task<string?> ReadFileAsync(CommitSha commit, string path, CancellationToken cancellationToken);

    /// <summary>The sha of a commit's tree: equal trees, equal content. <c>null</c> when the commit is not in the object store.</summary>
    Task<string?> ReadTreeAsync(CommitSha commit, CancellationToken cancellationToken);

    /// <summary>
    /// Understands what <c>--fix</c> was given: a file that exists is a patch, <c>a..b</c> a range, anything else a commit.
    /// Conflicts with <paramref name="onto"/> are found here, on git objects, without touching a ref or a work tree.
    /// </summary>
    Task<Fix> ReadFixAsync(string text, CommitSha onto, string message, CancellationToken cancellationToken);

    /// <summary>
    /// Of those branches of the remote, which contain a commit that is reachable from <paramref name="tip"/> but not from <paramref name="baseTip"/>.
    /// Only branches whose commits are in the object store are looked at.
    /// </summary>
    Task<IReadOnlyList<BranchName>> ListBranchesSharingCommitsAsync(
        CommitSha baseTip, CommitSha tip, IReadOnlyDictionary<BranchName, CommitSha> branches, CancellationToken cancellationToken);

    /// <summary>Of these tags, those whose commit has <paramref name="commit"/> among its ancestors (or is it).</summary>
    Task<IReadOnlyList<RemoteTag>> ListTagsContainingAsync(CommitSha commit, IReadOnlyList<RemoteTag> tags, CancellationToken cancellationToken);

    /// <summary>Of these tags, those whose commit is an ancestor of <paramref name="commit"/> (or is it).</summary>
    Task<IReadOnlyList<RemoteTag>> ListTagsReachableAsync(CommitSha commit, IReadOnlyList<RemoteTag> tags, CancellationToken cancellationToken);
}
