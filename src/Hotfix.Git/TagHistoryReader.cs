using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Reporting;
using Hotfix.Core.Snapshots;
using Hotfix.Git.Parsing;
using Hotfix.Git.Reading;

namespace Hotfix.Git;

/// <summary>Reads all releases at once through git's command line: four processes, and one more that connects when a commit is missing.</summary>
/// <param name="git">Stands in the clone.</param>
internal sealed class TagHistoryReader(GitCommandLine git)
{
    /// <summary>The release tags of the remote and the history between them. Connects only when a commit is missing; makes no local tag.</summary>
    /// <param name="remote">Its refs.</param>
    /// <param name="further">Commits that have a place in the history, too, such as deployed ones; those that the clone lacks are passed over.</param>
    /// <param name="since">Commits from before are left out of the history; <c>null</c> for none.</param>
    /// <param name="cancellationToken">Stops the processes.</param>
    /// <exception cref="HotfixException">HF2002 when git fails, HF2003 when it takes too long.</exception>
    public async Task<TagHistory> ReadAsync(
        RemoteRefs remote,
        IReadOnlyCollection<CommitSha> further,
        DateTimeOffset? since,
        CancellationToken cancellationToken
    )
    {
        (RemoteTag Remote, ReleaseTag Tag)[] releases =
        [
            .. remote
                .Tags.Select(tag => (Remote: tag, Tag: tag.Release))
                .Where(pair => pair.Tag is { Version.IsPrerelease: false })
                .Select(pair => (pair.Remote, pair.Tag!)),
        ];
        if (releases.Length == 0 && further.Count == 0)
            return new TagHistory([], new CommitAncestry(new Dictionary<CommitSha, IReadOnlyList<CommitSha>>()));

        if (releases.Length > 0)
            await new GitReader(git).FetchAsync(remote, [], [.. releases.Select(release => release.Remote)], cancellationToken);

        IReadOnlySet<CommitSha> present = await Objects.PresentAsync(
            git,
            [.. releases.Select(release => release.Remote.Commit), .. further],
            cancellationToken
        );
        IReadOnlyDictionary<string, TagObject> texts = await ReadTextsAsync(
            [.. releases.Select(release => release.Remote).Where(tag => tag.IsAnnotated)],
            cancellationToken
        );
        IEnumerable<DatedTag> dated = releases
            .Where(release => present.Contains(release.Remote.Commit))
            .Select(release =>
            {
                TagObject? text = texts.GetValueOrDefault(release.Remote.ObjectSha.Value);
                return new DatedTag(release.Tag, release.Remote.Commit, text?.At, text?.Message ?? "");
            });
        return new TagHistory([.. dated], await ReadAncestryAsync(present, since, cancellationToken));
    }

    // A tag object that is not here costs its date and its words, not the report.
    private async Task<IReadOnlyDictionary<string, TagObject>> ReadTextsAsync(IReadOnlyList<RemoteTag> tags, CancellationToken cancellationToken)
    {
        if (tags.Count == 0)
            return new Dictionary<string, TagObject>();

        string[] names = [.. tags.Select(tag => tag.ObjectSha.Value).Distinct(StringComparer.Ordinal)];
        GitResult result = await git.RunAsync(new GitCall(["cat-file", "--batch"]) { StandardInput = string.Join('\n', names) + "\n" }, cancellationToken);
        return result.IsSuccess ? TagObjects.Read(result.Output, names) : throw GitErrors.Failed(result);
    }

    private async Task<CommitAncestry> ReadAncestryAsync(IReadOnlySet<CommitSha> tips, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var parents = new Dictionary<CommitSha, IReadOnlyList<CommitSha>>();
        if (tips.Count == 0)
            return new CommitAncestry(parents);

        string[] bound = since is { } time ? [$"--since={time.ToUnixTimeSeconds()}"] : [];
        GitResult result = await git.RunAsync(
            new GitCall(["rev-list", "--parents", .. bound, "--stdin"]) { StandardInput = string.Join('\n', tips.Select(tip => tip.Value)) + "\n" },
            cancellationToken
        );
        if (!result.IsSuccess)
            throw GitErrors.Failed(result);

        foreach (string line in result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            CommitSha[] shas = [.. line.Split(' ').Select(CommitSha.Parse)];
            parents[shas[0]] = shas[1..];
        }

        return new CommitAncestry(parents);
    }
}
