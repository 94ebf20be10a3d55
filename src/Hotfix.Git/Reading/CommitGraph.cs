using Hotfix.Core.Refs;

namespace Hotfix.Git.Reading;

/// <summary>The commits that are reachable from some tips but not from one excluded commit, with their parents.</summary>
internal sealed class CommitGraph
{
    // Children before their parents, as rev-list --topo-order prints them.
    private readonly List<(CommitSha Commit, CommitSha[] Parents)> _commits;
    private readonly Dictionary<CommitSha, CommitSha[]> _parents;

    private CommitGraph(List<(CommitSha Commit, CommitSha[] Parents)> commits)
    {
        _commits = commits;
        _parents = commits.ToDictionary(entry => entry.Commit, entry => entry.Parents);
    }

    /// <summary>One process (git-rev-list(1)).</summary>
    public static async Task<CommitGraph> ReadAsync(GitCommandLine git, IEnumerable<CommitSha> tips, CommitSha excluded, CancellationToken cancellationToken)
    {
        string input = string.Join('\n', [.. tips.Select(tip => tip.Value), $"^{excluded}"]) + "\n";
        GitResult result = await git.RunAsync(new GitCall(["rev-list", "--parents", "--topo-order", "--stdin"]) { StandardInput = input }, cancellationToken);
        return result.IsSuccess
            ? new CommitGraph([.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)])
            : throw GitErrors.Failed(result);
    }

    public bool Contains(CommitSha commit) => _parents.ContainsKey(commit);

    /// <summary>The tips and their ancestors, as far as they are in this graph.</summary>
    public IReadOnlySet<CommitSha> ReachableFrom(IEnumerable<CommitSha> tips)
    {
        var seen = new HashSet<CommitSha>();
        var next = new Stack<CommitSha>(tips);
        while (next.TryPop(out CommitSha commit))
        {
            if (_parents.TryGetValue(commit, out CommitSha[]? parents) && seen.Add(commit))
                Array.ForEach(parents, next.Push);
        }

        return seen;
    }

    /// <summary>The commits of this graph that have <paramref name="commit"/>, the excluded one, among their ancestors.</summary>
    public IReadOnlySet<CommitSha> DescendantsOf(CommitSha commit)
    {
        var found = new HashSet<CommitSha>();
        foreach ((CommitSha candidate, CommitSha[] parents) in Enumerable.Reverse(_commits))
        {
            if (parents.Any(parent => parent == commit || found.Contains(parent)))
                found.Add(candidate);
        }

        return found;
    }

    private static (CommitSha Commit, CommitSha[] Parents) Parse(string line)
    {
        CommitSha[] shas = [.. line.Split(' ').Select(CommitSha.Parse)];
        return (shas[0], shas[1..]);
    }
}
