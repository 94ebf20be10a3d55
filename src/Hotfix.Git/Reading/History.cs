using Hotfix.Core.Refs;

namespace Hotfix.Git.Reading;

/// <summary>Who descends from whom (git-merge-base(1)).</summary>
internal static class History
{
    public static async Task<bool> IsAncestorAsync(GitCommandLine git, CommitSha ancestor, CommitSha descendant, CancellationToken cancellationToken)
    {
        if (ancestor == descendant)
            return true;

        GitResult result = await git.RunAsync(["merge-base", "--is-ancestor", ancestor.Value, descendant.Value], cancellationToken);
        return result.ExitCode switch
        {
            0 => true,
            1 => false,
            _ => throw GitErrors.Failed(result),
        };
    }

    public static async Task<CommitSha?> FindMergeBaseAsync(GitCommandLine git, CommitSha one, CommitSha other, CancellationToken cancellationToken)
    {
        if (one == other)
            return one;

        GitResult result = await git.RunAsync(["merge-base", one.Value, other.Value], cancellationToken);
        return result.ExitCode switch
        {
            0 => CommitSha.Parse(result.Line),
            1 => null,
            _ => throw GitErrors.Failed(result),
        };
    }
}
