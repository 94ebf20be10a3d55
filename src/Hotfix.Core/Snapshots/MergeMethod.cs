namespace Hotfix.Core.Snapshots;

/// <summary>How GitHub brings a pull request into its base branch.</summary>
internal enum MergeMethod
{
    /// <summary>A merge commit with two parents.</summary>
    Merge,

    /// <summary>One new commit with all changes.</summary>
    Squash,

    /// <summary>The commits again, on top of the base.</summary>
    Rebase,
}
