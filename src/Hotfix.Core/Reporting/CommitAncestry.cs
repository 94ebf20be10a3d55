using Hotfix.Core.Refs;

namespace Hotfix.Core.Reporting;

/// <summary>A part of the history, and which commits came with which.</summary>
/// <param name="parents">Each commit's parents; commits that are not named are taken to have none.</param>
internal sealed class CommitAncestry(IReadOnlyDictionary<CommitSha, IReadOnlyList<CommitSha>> parents)
{
    /// <summary>For every commit of the part that one of the tips has: the position of the first of them that has it.</summary>
    public IReadOnlyDictionary<CommitSha, int> FirstOf(IReadOnlyList<CommitSha> tips)
    {
        var first = new Dictionary<CommitSha, int>();
        var next = new Stack<CommitSha>();
        for (int at = 0; at < tips.Count; at++)
        {
            next.Push(tips[at]);
            while (next.TryPop(out CommitSha commit))
            {
                if (!first.TryAdd(commit, at) || !parents.TryGetValue(commit, out IReadOnlyList<CommitSha>? before))
                    continue;

                foreach (CommitSha parent in before)
                    next.Push(parent);
            }
        }

        return first;
    }
}
