using Hotfix.Core.Conventions;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git.Parsing;
using Hotfix.Git.Reading;
using Hotfix.Git.Writing;

namespace Hotfix.Git;

/// <summary>Looks at a clone and its remote through git's command line. Remote-tracking refs and the object store are all that it ever adds to.</summary>
/// <param name="git">Stands in the clone.</param>
/// <param name="conventions">Which tags are releases; <c>null</c> for what the repository itself tells.</param>
internal sealed class GitReader(GitCommandLine git, HotfixConventions? conventions = null)
{
    /// <summary>Editors on Windows put it before the first character of a text; it is none of its content.</summary>
    private const char ByteOrderMark = '\uFEFF';

    private readonly TagPlaces _places = new(git);
    private GitLocation? _location;

    /// <summary>
    /// The remote that is meant, and its address without user information; asks nobody. <paramref name="name"/> as in <see cref="ReadRemoteAsync"/>.
    /// </summary>
    public async Task<(string Name, string Url)> SelectRemoteAsync(string? name, CancellationToken cancellationToken)
    {
        SelectedRemote remote = await RemoteSelection.SelectAsync(git, name, cancellationToken);
        return (remote.Name, remote.Url);
    }

    /// <summary>The state of the work tree (git-status(1)).</summary>
    public async Task<WorkTree> ReadWorkTreeAsync(CancellationToken cancellationToken)
    {
        GitLocation location = await LocateAsync(cancellationToken);
        (StatusOutput status, _) = await TreeStatus.ReadAsync(git, directory: null, withUntracked: true, cancellationToken);
        return new WorkTree(location.Root, status.Head, status.Branch, status.Changed, status.Untracked, location.OperationInProgress(), location.IsShallow)
        {
            Submodules = status.Submodules,
        };
    }

    /// <summary>
    /// Asks the remote for its refs (git-ls-remote(1) <c>--symref</c>); one connection.
    /// <paramref name="remote"/> <c>null</c>: the only remote, or <c>origin</c> among several, or the one that the current branch follows.
    /// </summary>
    public async Task<RemoteRefs> ReadRemoteAsync(string? remote, CancellationToken cancellationToken)
    {
        RemoteRefs all = await RemoteListing.ReadAsync(git, await RemoteSelection.SelectAsync(git, remote, cancellationToken), cancellationToken);
        return await ReleaseTagReading.ReadAsync(git, all, conventions ?? HotfixConventions.Default, cancellationToken);
    }

    /// <summary>
    /// Brings the commits of these branches and tags into the object store, and the branches' remote-tracking refs up to date. Local tags are left alone.
    /// Connects only when something is missing. In a shallow clone it deepens until the merge base of the branches is there.
    /// </summary>
    public async Task FetchAsync(
        RemoteRefs remote,
        IReadOnlyCollection<BranchName> branches,
        IReadOnlyCollection<RemoteTag> tags,
        CancellationToken cancellationToken
    )
    {
        GitLocation location = await LocateAsync(cancellationToken);
        if (location.IsShallow)
            _places.Forget();

        await new Fetching(git, location, FetchRequest.From(remote, branches, tags)).RunAsync(cancellationToken);
    }

    /// <summary>The local branch's tip; <c>null</c> when there is no such branch.</summary>
    public async Task<CommitSha?> ReadBranchAsync(BranchName branch, CancellationToken cancellationToken) =>
        await Branches.ReadTipAsync(git, branch, cancellationToken);

    /// <summary>What git keeps as the local branch's description (git-branch(1) <c>--edit-description</c>); empty when there is none.</summary>
    public async Task<string> ReadBranchDescriptionAsync(BranchName branch, CancellationToken cancellationToken) =>
        (await git.RunAsync(["config", "--local", "--get", $"branch.{branch}.description"], cancellationToken)).Output.Trim();

    /// <summary>The lane that the local branch was begun in; <c>null</c> when nothing says so.</summary>
    public async Task<Lane?> ReadBranchLaneAsync(BranchName branch, CancellationToken cancellationToken) =>
        Enum.TryParse((await git.RunAsync(["config", "--local", "--get", BranchCreation.LaneKey(branch)], cancellationToken)).Output.Trim(), out Lane lane)
            ? lane
            : null;

    /// <summary>Local branches below a prefix such as <c>hotfix/</c>, with their tips.</summary>
    public async Task<IReadOnlyDictionary<BranchName, CommitSha>> ListBranchesAsync(string prefix, CancellationToken cancellationToken) =>
        await Branches.ListAsync(git, prefix, cancellationToken);

    /// <summary>The linked work trees by the branch that each has checked out, the main one included; absolute paths.</summary>
    public async Task<IReadOnlyDictionary<BranchName, string>> ListWorktreesAsync(CancellationToken cancellationToken) =>
        await Branches.ListWorktreesAsync(git, cancellationToken);

    /// <summary>Whether the first commit is reachable from the second (or is it).</summary>
    public async Task<bool> IsAncestorAsync(CommitSha ancestor, CommitSha descendant, CancellationToken cancellationToken) =>
        await History.IsAncestorAsync(git, ancestor, descendant, cancellationToken);

    /// <summary>The best common ancestor; <c>null</c> for unrelated histories.</summary>
    public async Task<CommitSha?> FindMergeBaseAsync(CommitSha one, CommitSha other, CancellationToken cancellationToken) =>
        await History.FindMergeBaseAsync(git, one, other, cancellationToken);

    /// <summary>
    /// Commits reachable from <paramref name="tip"/> and not from <paramref name="excluded"/>, oldest first, at most <paramref name="limit"/> of the
    /// newest.
    /// </summary>
    public async Task<IReadOnlyList<CommitSummary>> ListCommitsAsync(CommitSha excluded, CommitSha tip, int limit, CancellationToken cancellationToken) =>
        excluded == tip
            ? []
            : LogOutput.Parse(
                await git.ReadAsync(
                    ["log", "-z", "--no-show-signature", "--no-color", "--reverse", $"--max-count={limit}", LogOutput.Format, tip.Value, $"^{excluded}", "--"],
                    cancellationToken
                )
            );

    /// <summary>
    /// Commits of the tip's own line (first parents) that <paramref name="excluded"/> does not have and that change something in one of these folders, oldest
    /// first,
    /// the newest up to a limit: a merge counts for what it brought.
    /// </summary>
    public async Task<IReadOnlyList<CommitSummary>> ListMainlineAsync(
        CommitSha excluded,
        CommitSha tip,
        (IReadOnlyList<string> Folders, int Limit) of,
        CancellationToken cancellationToken
    ) =>
        excluded == tip
            ? []
            : LogOutput.Parse(
                await git.ReadAsync(
                    [
                        "log",
                        "-z",
                        "--first-parent",
                        "--no-show-signature",
                        "--no-color",
                        "--reverse",
                        $"--max-count={of.Limit}",
                        LogOutput.Format,
                        tip.Value,
                        $"^{excluded}",
                        "--",
                        .. of.Folders.Select(folder => $":(top,literal){folder}"),
                    ],
                    cancellationToken
                )
            );

    /// <summary>Whether git signs commits here, tried with one that nothing refers to.</summary>
    public Task<bool> CanSignAsync(CancellationToken cancellationToken) => Signing.CanAsync(git, cancellationToken);

    /// <summary>Those without a signature; whether GitHub knows the key of the others is GitHub's to say.</summary>
    public async Task<IReadOnlyList<CommitSummary>> ListUnsignedAsync(IReadOnlyList<CommitSummary> commits, CancellationToken cancellationToken)
    {
        IReadOnlySet<CommitSha> unsigned = await Signing.ListUnsignedAsync(git, [.. commits.Select(commit => commit.Sha)], cancellationToken);
        return [.. commits.Where(commit => unsigned.Contains(commit.Sha))];
    }

    /// <summary>One commit, which is in the object store.</summary>
    public async Task<CommitSummary> ReadCommitAsync(CommitSha commit, CancellationToken cancellationToken) =>
        LogOutput.Parse(
            await git.ReadAsync(["log", "-z", "--no-show-signature", "--no-color", "--max-count=1", LogOutput.Format, commit.Value, "--"], cancellationToken)
        )[0];

    /// <summary>Subjects of the newest commits from <paramref name="tip"/> on, merges left out.</summary>
    public async Task<IReadOnlyList<string>> ListSubjectsAsync(CommitSha tip, int limit, CancellationToken cancellationToken) =>
        (
            await git.ReadAsync(
                ["log", "--no-show-signature", "--no-color", "--no-merges", $"--max-count={limit}", "--format=%s", tip.Value, "--"],
                cancellationToken
            )
        ).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What differs between two commits.</summary>
    public async Task<IReadOnlyList<FileChange>> DiffAsync(CommitSha from, CommitSha to, CancellationToken cancellationToken) =>
        NumstatOutput.Parse(
            await git.ReadAsync(["diff-tree", "-r", "-z", "--numstat", "-M", "--no-ext-diff", "--no-textconv", from.Value, to.Value], cancellationToken)
        );

    /// <summary>All file paths of a commit (git-ls-tree(1) <c>-r</c>).</summary>
    public async Task<IReadOnlyList<string>> ListFilesAsync(CommitSha commit, CancellationToken cancellationToken)
    {
        string output = await git.ReadAsync(["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit.Value], cancellationToken);
        return output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>
    /// The content of a text file in a commit, without the byte order mark that editors of Windows write; <c>null</c> when it has no such file.
    /// </summary>
    public async Task<string?> ReadFileAsync(CommitSha commit, string path, CancellationToken cancellationToken) =>
        (await Objects.ReadTextAsync(git, $"{commit}:{path}", cancellationToken))?.TrimStart(ByteOrderMark);

    /// <summary>The sha of a commit's tree: equal trees, equal content. <c>null</c> when the commit is not in the object store.</summary>
    public async Task<string?> ReadTreeAsync(CommitSha commit, CancellationToken cancellationToken)
    {
        GitResult result = await git.RunAsync(["rev-parse", "--quiet", "--verify", $"{commit}^{{tree}}"], cancellationToken);
        return result.IsSuccess ? result.Line : null;
    }

    /// <summary>
    /// Understands what <c>--fix</c> was given: a file that exists is a patch, <c>a..b</c> a range, anything else a commit.
    /// Conflicts with <paramref name="onto"/> are found here, on git objects, without touching a ref or a work tree.
    /// </summary>
    public async Task<Fix> ReadFixAsync(string text, CommitSha onto, string message, CancellationToken cancellationToken) =>
        await new FixReading(git, onto).ReadAsync(text, message, cancellationToken);

    /// <summary>
    /// Of those branches of the remote, which contain a commit that is reachable from <paramref name="tip"/> but not from <paramref name="baseTip"/>.
    /// Only branches whose commits are in the object store are looked at.
    /// </summary>
    public async Task<IReadOnlyList<BranchName>> ListBranchesSharingCommitsAsync(
        CommitSha baseTip,
        CommitSha tip,
        IReadOnlyDictionary<BranchName, CommitSha> branches,
        CancellationToken cancellationToken
    ) => await Reachability.ListBranchesSharingCommitsAsync(git, (baseTip, tip), branches, cancellationToken);

    /// <summary>Of these tags, those whose commit has <paramref name="commit"/> among its ancestors (or is it).</summary>
    public async Task<IReadOnlyList<RemoteTag>> ListTagsContainingAsync(CommitSha commit, IReadOnlyList<RemoteTag> tags, CancellationToken cancellationToken) =>
        await ListTagsAsync(commit, tags, TagPlace.Descendant, cancellationToken);

    /// <summary>Of these tags, those whose commit is an ancestor of <paramref name="commit"/> (or is it).</summary>
    public async Task<IReadOnlyList<RemoteTag>> ListTagsReachableAsync(CommitSha commit, IReadOnlyList<RemoteTag> tags, CancellationToken cancellationToken) =>
        await ListTagsAsync(commit, tags, TagPlace.Ancestor, cancellationToken);

    /// <summary>When a tag was made; <c>null</c> for a bare one, which does not say, and for one whose object is not here.</summary>
    public async Task<DateTimeOffset?> ReadTagDateAsync(RemoteTag tag, CancellationToken cancellationToken)
    {
        if (!tag.IsAnnotated)
            return null;

        string name = tag.ObjectSha.Value;
        GitResult result = await git.RunAsync(new GitCall(["cat-file", "--batch"]) { StandardInput = name + "\n" }, cancellationToken);
        return result.IsSuccess ? TagObjects.Read(result.Output, [name]).GetValueOrDefault(name)?.At : throw GitErrors.Failed(result);
    }

    /// <summary>Where the clone is; asked once.</summary>
    internal async Task<GitLocation> LocateAsync(CancellationToken cancellationToken) =>
        _location ??= await GitLocation.FindAsync(git, directory: null, cancellationToken);

    private async Task<IReadOnlyList<RemoteTag>> ListTagsAsync(
        CommitSha commit,
        IReadOnlyList<RemoteTag> tags,
        TagPlace place,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyDictionary<CommitSha, TagPlace> places = await _places.ReadAsync(commit, tags.Select(tag => tag.Commit), cancellationToken);
        return [.. tags.Where(tag => places.TryGetValue(tag.Commit, out TagPlace found) && (found == place || found == TagPlace.Same))];
    }
}
