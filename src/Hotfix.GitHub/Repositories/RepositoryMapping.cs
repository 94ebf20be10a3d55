using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.Repositories;

/// <summary>From GitHub's words to ours.</summary>
internal static class RepositoryMapping
{
    private static readonly MergeMethod[] All = [MergeMethod.Merge, MergeMethod.Squash, MergeMethod.Rebase];

    public static RepositorySettings ToSettings(this RepositoryAnswer answer) =>
        new(
            answer.FullName,
            answer.Id,
            BranchName.Parse(answer.DefaultBranch),
            AllowedMethods(answer),
            AllowsAutoMerge: answer.AllowAutoMerge ?? false,
            DeletesBranchOnMerge: answer.DeleteBranchOnMerge ?? false,
            CanPush: answer.Permissions?.CanPush ?? true,
            IsArchived: answer.Archived ?? false
        )
        {
            ForkOf = answer.Fork == true ? answer.Parent?.FullName : null,
            SquashesByTitle = answer.SquashMergeCommitTitle == "PR_TITLE",
        };

    /// <summary>GitHub shows the three settings only to those who may push; who cannot see them is told no less than what may be.</summary>
    private static MergeMethod[] AllowedMethods(RepositoryAnswer answer)
    {
        MergeMethod[] allowed = [.. All.Where(method => Allows(answer, method) ?? false)];
        return allowed.Length > 0 ? allowed : All;
    }

    private static bool? Allows(RepositoryAnswer answer, MergeMethod method) =>
        method switch
        {
            MergeMethod.Merge => answer.AllowMergeCommit,
            MergeMethod.Squash => answer.AllowSquashMerge,
            _ => answer.AllowRebaseMerge,
        };
}
