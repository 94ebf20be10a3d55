namespace Hotfix.Core.Reporting;

/// <summary>Whether a fix that was released past the base branch has reached it.</summary>
internal enum CarriedOver
{
    /// <summary>It went through the base branch.</summary>
    NotNeeded,

    /// <summary>Its issue is open.</summary>
    Open,

    /// <summary>Its issue is closed.</summary>
    Done,

    /// <summary>It went past the base branch, and no issue stands for it.</summary>
    Unknown,
}
