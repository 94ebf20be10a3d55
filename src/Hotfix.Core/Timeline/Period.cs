namespace Hotfix.Core.Timeline;

/// <summary>A time in which something ran, a check for example.</summary>
/// <param name="From">Its begin.</param>
/// <param name="To">Its end; not later than the begin: it did not run.</param>
internal sealed record Period(DateTimeOffset From, DateTimeOffset To);
