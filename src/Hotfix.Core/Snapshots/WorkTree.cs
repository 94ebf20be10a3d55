using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>The clone that the run stands in, as git sees it.</summary>
/// <param name="Root">Absolute path of the work tree.</param>
/// <param name="Head">The commit that HEAD resolves to; <c>null</c> before the first commit.</param>
/// <param name="Branch">The branch that is checked out; <c>null</c> for a detached HEAD.</param>
/// <param name="ChangedFiles">Tracked files that differ from HEAD, staged or not; relative paths.</param>
/// <param name="UntrackedFiles">Files that git neither tracks nor ignores; relative paths.</param>
/// <param name="OperationInProgress"><c>merge</c>, <c>rebase</c>, <c>cherry-pick</c>, <c>revert</c>, <c>am</c> or <c>bisect</c> that was left half done;
/// <c>null</c> when none.</param>
/// <param name="IsShallow">Whether history is cut off (git-clone(1) <c>--depth</c>).</param>
internal sealed record WorkTree(
    string Root,
    CommitSha? Head,
    BranchName? Branch,
    IReadOnlyList<string> ChangedFiles,
    IReadOnlyList<string> UntrackedFiles,
    string? OperationInProgress,
    bool IsShallow
)
{
    /// <summary>
    /// Submodules that differ from what HEAD names without that being staged: checked out elsewhere, or with files of their own. No change of ours.
    /// </summary>
    public IReadOnlyList<DifferingSubmodule> Submodules { get; init; } = [];

    /// <summary>Whether tracked files differ from HEAD.</summary>
    public bool IsDirty => ChangedFiles.Count > 0;
}
