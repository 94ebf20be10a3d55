using Hotfix.Core.Refs;
using Hotfix.Git.Parsing;

namespace Hotfix.Git.Reading;

/// <summary>Local branches and where they are checked out.</summary>
internal static class Branches
{
    private const string Heads = "refs/heads/";

    public static async Task<CommitSha?> ReadTipAsync(GitCommandLine git, BranchName branch, CancellationToken cancellationToken)
    {
        GitResult result = await git.RunAsync(["rev-parse", "--verify", "--quiet", branch.RefName], cancellationToken);
        return result.ExitCode switch
        {
            0 => CommitSha.Parse(result.Line),
            1 => null,
            _ => throw GitErrors.Failed(result),
        };
    }

    public static async Task<IReadOnlyDictionary<BranchName, CommitSha>> ListAsync(GitCommandLine git, string prefix, CancellationToken cancellationToken)
    {
        var branches = new Dictionary<BranchName, CommitSha>();
        string output = await git.ReadAsync(["for-each-ref", "--format=%(objectname) %(refname)", Heads], cancellationToken);
        foreach (string line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] fields = line.Split(' ', 2);
            string name = fields[1][Heads.Length..];
            if (name.StartsWith(prefix, StringComparison.Ordinal) && BranchName.TryParse(name, out BranchName? branch))
                branches[branch] = CommitSha.Parse(fields[0]);
        }

        return branches;
    }

    public static async Task<IReadOnlyDictionary<BranchName, string>> ListWorktreesAsync(GitCommandLine git, CancellationToken cancellationToken) =>
        WorktreeList.Parse(await git.ReadAsync(["worktree", "list", "--porcelain", "-z"], cancellationToken));
}
