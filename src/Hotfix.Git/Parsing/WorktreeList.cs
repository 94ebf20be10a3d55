using Hotfix.Core.Refs;

namespace Hotfix.Git.Parsing;

/// <summary>What <c>git worktree list --porcelain -z</c> said: paths by the branch that is checked out there.</summary>
/// <remarks>Source: git-worktree(1), "PORCELAIN FORMAT". Attributes end with NUL, entries with one more.</remarks>
internal static class WorktreeList
{
    private const string Worktree = "worktree ";
    private const string Branch = "branch refs/heads/";

    public static IReadOnlyDictionary<BranchName, string> Parse(string output)
    {
        var paths = new Dictionary<BranchName, string>();
        foreach (string entry in output.Split("\0\0", StringSplitOptions.RemoveEmptyEntries))
        {
            string[] attributes = entry.Split('\0');
            string? path = attributes.FirstOrDefault(a => a.StartsWith(Worktree, StringComparison.Ordinal))?[Worktree.Length..];
            string? name = attributes.FirstOrDefault(a => a.StartsWith(Branch, StringComparison.Ordinal))?[Branch.Length..];
            if (path is not null && BranchName.TryParse(name, out BranchName? branch))
                paths.TryAdd(branch, Path.GetFullPath(path));
        }

        return paths;
    }
}
