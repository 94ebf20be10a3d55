namespace Hotfix.Core.Snapshots;

/// <summary>A submodule that is not as the commit around it says.</summary>
/// <param name="Path">Relative to the work tree.</param>
/// <param name="IsAtOtherCommit">Whether another commit is checked out in it; else it only has changed or untracked files.</param>
internal sealed record DifferingSubmodule(string Path, bool IsAtOtherCommit)
{
    /// <summary>A few words for people.</summary>
    public override string ToString() =>
        $"the submodule {Path} {(IsAtOtherCommit ? $"is at another commit than HEAD names ('git submodule update {Path}' would bring it there)" : "has files of its own")}";
}
