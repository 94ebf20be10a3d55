namespace Hotfix.Core.Reporting;

/// <summary>Whether the lesson of a hotfix is written down.</summary>
internal enum PostMortemProgress
{
    /// <summary>No issue stands for one.</summary>
    None,

    /// <summary>Its issue is open.</summary>
    Open,

    /// <summary>Its issue is closed.</summary>
    Done,
}
