namespace Hotfix.Drill.Output;

/// <summary>A point in the drill.</summary>
/// <param name="Time">On the drill's clock.</param>
/// <param name="Requests">How many requests the server had answered by then.</param>
internal readonly record struct Moment(DateTimeOffset Time, int Requests);
