using Hotfix.Core.Conventions;
using Hotfix.Core.Execution;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git.Parsing;
using Hotfix.Git.Reading;

namespace Hotfix.Git;

/// <summary>Looks at a clone and its remote through git's command line. Remote-tracking refs and the object store are all that it ever adds to.</summary>
/// <param name="git">Stands in the clone.</param>
/// <param name="conventions">Which tags are releases; <c>null</c> for what the repository itself tells.</param>
public sealed class GitReader(GitCommandLine git, HotfixConventions? conventions = null) : IGitReader
{
    /// <summary>Editors on Windows put it before the first character of a text; it is none of its content.</summary>
    private const char ByteOrderMark = '\uFEFF';

    private readonly TagPlaces _places = new(git);
    private GitLocation? _location;

    /// <summary>The remote that is meant, and its address without user information; asks nobody. <paramref name="name"/> as in <see cref="ReadRemoteAsync"/>.</summary>
    public async Task<(string Name, string Url)> SelectRemoteAsync(string? name, CancellationToken cancellationToken)
    {
        SelectedRemote remote = await RemoteSelection.SelectAsync(git, name, cancellationToken);
        return (remote.Name, remote.Url);
    }

    /// <inheritdoc/>
    public async Task<WorkTree> ReadWorkTreeAsync(CancellationToken cancellationToken)
    {
        GitLocation location = await LocateAsync(cancellationToken);
        (StatusOutput status, _) = await TreeStatus.ReadAsync(git, directory: null, withUntracked: true, cancellationToken);
        return new WorkTree(
            location.Root,
            status.Head,
            status.Branch,
            status.Changed,
            status.Untracked,
            location.OperationInProgress(),
            location.IsShallow)
        {
            Submodules = status.Submodules,
        };
    }

    /// <inheritdoc/>
    public async Task<RemoteRefs> ReadRemoteAsync(string? remote, CancellationToken cancellationToken)
    {
        RemoteRefs all = await RemoteListing.ReadAsync(git, await RemoteSelection.SelectAsync(git, remote, cancellationToken), cancellationToken);
        return await ReleaseTagReading.ReadAsync(git, all, conventions ?? HotfixConventions.Default, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task FetchAsync(
        RemoteRefs remote, IReadOnlyCollection<BranchName> branches, IReadOnlyCollection<RemoteTag> tags, CancellationToken cancellationToken)
    {
        GitLocation location = await LocateAsync(cancellationToken);
        if (location.IsShallow)
        {
            _places.Forget();
        }

        await new Fetching(git, location, FetchRequest.From(remote, branches, tags)).RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<CommitSha?> ReadBranchAsync(BranchName branch, CancellationToken cancellationToken) =>
        await Branches.ReadTipAsync(git, branch, cancellationToken);

    /// <inheritdoc/>
    public async Task<string> ReadBranchDescriptionAsync(BranchName branch, CancellationToken cancellationToken) =>
        (await git.RunAsync(["config", "--local", "--get", $"branch.{branch}.description"], cancellationToken)).Output.Trim();

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<BranchName, CommitSha>> ListBranchesAsync(string prefix, CancellationToken cancellationToken) =>
        await Branches.ListAsync(git, prefix, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<BranchName, string>> ListWorktreesAsync(CancellationToken cancellationToken) =>
        await Branches.ListWorktreesAsync(git, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> IsAncestorAsync(CommitSha ancestor, CommitSha descendant, CancellationToken cancellationToken) =>
        await History.IsAncestorAsync(git, ancestor, descendant, cancellationToken);

    /// <inheritdoc/>
    public async Task<CommitSha?> FindMergeBaseAsync(CommitSha one, CommitSha other, CancellationToken cancellationToken) =>
        await History.FindMergeBaseAsync(git, one, other, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CommitSummary>> ListCommitsAsync(
        CommitSha excluded, CommitSha tip, int limit, CancellationToken cancellationToken) =>
        excluded == tip ? [] : LogOutput.Parse(await git.ReadAsync(
            ["log", "-z", "--no-show-signature", "--no-color", "--reverse", $"--max-count={limit}", LogOutput.Format, tip.Value, $"^{excluded}", "--"],
            cancellationToken));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CommitSummary>> ListMainlineAsync(
        CommitSha excluded, CommitSha tip, (IReadOnlyList<string> Folders, int Limit) of, CancellationToken cancellationToken) =>
        excluded == tip ? [] : LogOutput.Parse(await git.ReadAsync(
            ["log", "-z", "--first-parent", "--no-show-signature", "--no-color", "--reverse", $"--max-count={of.Limit}", LogOutput.Format, tip.Value, $"^{excluded}", "--",
            .. of.Folders.Select(folder => $":(top,literal){folder}")],
            cancellationToken));

    /// <inheritdoc/>
    public async Task<CommitSummary> ReadCommitAsync(CommitSha commit, CancellationToken cancellationToken) =>
        LogOutput.Parse(await git.ReadAsync(["log", "-z", "--no-show-signature", "--no-color", "--max-count=1", LogOutput.Format, commit.Value, "--"], cancellationToken))[0];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> ListSubjectsAsync(CommitSha tip, int limit, CancellationToken cancellationToken) =>
        (await git.ReadAsync(["log", "--no-show-signature", "--no-color", "--no-merges", $"--max-count={limit}", "--format=%s", tip.Value, "--"], cancellationToken))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FileChange>> DiffAsync(CommitSha from, CommitSha to, CancellationToken cancellationToken) =>
        NumstatOutput.Parse(await git.ReadAsync(
            ["diff-tree", "-r", "-z", "--numstat", "-M", "--no-ext-diff", "--no-textconv", from.Value, to.Value], cancellationToken));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> ListFilesAsync(CommitSha commit, CancellationToken cancellationToken)
    {
        string output = await git.ReadAsync(["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit.Value], cancellationToken);
        return output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <inheritdoc/>
    public async Task<string?> ReadFileAsync(CommitSha commit, string path, CancellationToken cancellationToken) =>
        (await Objects.ReadTextAsync(git, $"{commit}:{path}", cancellationToken))?.TrimStart(ByteOrderMark);

    /// <inheritdoc/>
    public async Task<string?> ReadTreeAsync(CommitSha commit, CancellationToken cancellationToken)
    {
        GitResult result = await git.RunAsync(["rev-parse", "--quiet", "--verify", $"{commit}^{{tree}}"], cancellationToken);
        return result.IsSuccess ? result.Line : null;
    }

    /// <inheritdoc/>
    public async Task<Fix> ReadFixAsync(string text, CommitSha onto, string message, CancellationToken cancellationToken) =>
        await new FixReading(git, onto).ReadAsync(text, message, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BranchName>> ListBranchesSharingCommitsAsync(
        CommitSha baseTip, CommitSha tip, IReadOnlyDictionary<BranchName, CommitSha> branches, CancellationToken cancellationToken) =>
        await Reachability.ListBranchesSharingCommitsAsync(git, (baseTip, tip), branches, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RemoteTag>> ListTagsContainingAsync(
        CommitSha commit, IReadOnlyList<RemoteTag> tags, CancellationToken cancellationToken) =>
        await ListTagsAsync(commit, tags, TagPlace.Descendant, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RemoteTag>> ListTagsReachableAsync(
        CommitSha commit, IReadOnlyList<RemoteTag> tags, CancellationToken cancellationToken) =>
        await ListTagsAsync(commit, tags, TagPlace.Ancestor, cancellationToken);

    /// <summary>Where the clone is; asked once.</summary>
    internal async Task<GitLocation> LocateAsync(CancellationToken cancellationToken) =>
        _location ??= await GitLocation.FindAsync(git, directory: null, cancellationToken);

    private async Task<IReadOnlyList<RemoteTag>> ListTagsAsync(CommitSha commit, IReadOnlyList<RemoteTag> tags, TagPlace place, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<CommitSha, TagPlace> places = await _places.ReadAsync(commit, tags.Select(tag => tag.Commit), cancellationToken);
        return [.. tags.Where(tag => places.TryGetValue(tag.Commit, out TagPlace found) && (found == place || found == TagPlace.Same))];
    }
}
