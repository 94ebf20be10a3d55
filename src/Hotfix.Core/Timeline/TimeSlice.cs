namespace Hotfix.Core.Timeline;

/// <summary>A time in which one thing was going on.</summary>
/// <param name="Occupation">What.</param>
/// <param name="From">Its begin.</param>
/// <param name="To">Its end, later than the begin.</param>
internal sealed record TimeSlice(Occupation Occupation, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>How long; more than zero.</summary>
    public TimeSpan Duration => To - From;
}
