namespace Hotfix.LocalGitHub.Rules;

/// <summary>Where a check stands on a commit.</summary>
internal enum CheckState
{
    /// <summary>Nothing of that name has reported.</summary>
    Expected,
    Pending,
    Failing,
    Passing,
}
