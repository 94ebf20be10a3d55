using System.Collections.Concurrent;
using Hotfix.Core.Refs;

namespace Hotfix.Git.Reading;

/// <summary>How the commits of tags lie to other commits; what was found out is remembered, since a walk through a long history takes a second.</summary>
internal sealed class TagPlaces(GitCommandLine git)
{
    private readonly ConcurrentDictionary<CommitSha, ConcurrentDictionary<CommitSha, TagPlace>> _known = new();

    /// <summary>Their places, seen from one commit; those that are not in the object store are left out. Two processes for any number that is new.</summary>
    public async Task<IReadOnlyDictionary<CommitSha, TagPlace>> ReadAsync(CommitSha commit, IEnumerable<CommitSha> tags, CancellationToken cancellationToken)
    {
        ConcurrentDictionary<CommitSha, TagPlace> known = _known.GetOrAdd(commit, _ => new() { [commit] = TagPlace.Same });
        CommitSha[] unknown = [.. tags.Where(tag => !known.ContainsKey(tag))];
        if (unknown.Length == 0)
            return known;

        IReadOnlySet<CommitSha> present = await Objects.PresentAsync(git, unknown, cancellationToken);
        if (present.Count == 0)
            return known;

        CommitGraph graph = await CommitGraph.ReadAsync(git, present, commit, cancellationToken);
        IReadOnlySet<CommitSha> descendants = graph.DescendantsOf(commit);
        foreach (CommitSha tag in present)
        {
            known[tag] =
                !graph.Contains(tag) ? TagPlace.Ancestor
                : descendants.Contains(tag) ? TagPlace.Descendant
                : TagPlace.Beside;
        }

        return known;
    }

    /// <summary>For a clone whose history gets longer: what lay beside may turn out to be an ancestor.</summary>
    public void Forget() => _known.Clear();
}
