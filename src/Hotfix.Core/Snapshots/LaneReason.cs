namespace Hotfix.Core.Snapshots;

/// <summary>One thing that was seen.</summary>
/// <param name="Text">One line, with the evidence.</param>
/// <param name="IsBlocking">Whether it makes the base branch unreleasable; else it is worth knowing, no more.</param>
internal sealed record LaneReason(string Text, bool IsBlocking);
