namespace Hotfix.Core.Snapshots;

/// <summary>The way that a hotfix takes into production.</summary>
public enum Lane
{
    /// <summary>Through the base branch and its next release.</summary>
    Standard,

    /// <summary>From what production runs, on a support branch, past an unreleasable base branch.</summary>
    Exceptional,
}
