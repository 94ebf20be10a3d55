namespace Hotfix.Core.Merging;

/// <summary>How far something is that a stage waits for.</summary>
internal enum BoardProgress
{
    /// <summary>It stands in nobody's way any more.</summary>
    Done,

    /// <summary>It is under way, or has not begun.</summary>
    Pending,

    /// <summary>It ended badly.</summary>
    Failed,
}
