namespace Hotfix.Drill.Output;

/// <summary>One row of the timeline.</summary>
/// <param name="Stage">What went on.</param>
/// <param name="Duration">Wall time.</param>
/// <param name="Traffic">What the targets asked of the server meanwhile; <c>null</c> when no target ran.</param>
/// <param name="Created">What exists since then.</param>
internal sealed record TimelineEntry(string Stage, TimeSpan Duration, Traffic? Traffic, string Created);
