namespace Hotfix.Core.Timeline;

/// <summary>One thing that happened, when, and how that is known.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When, in whatever offset the source gave; whole seconds, since git and GitHub know no more.</param>
/// <param name="Source">Who says so, for people: <c>pull request #7</c>.</param>
/// <param name="Url">Where it can be read; <c>null</c> where there is no page.</param>
internal sealed record Moment(MomentKind Kind, DateTimeOffset At, string Source, string? Url = null)
{
    /// <summary>When, without a fraction of a second: durations that are shown then add up.</summary>
    public DateTimeOffset At { get; init; } = At.AddTicks(-(At.Ticks % TimeSpan.TicksPerSecond));
}
