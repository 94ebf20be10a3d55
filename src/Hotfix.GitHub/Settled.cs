namespace Hotfix.GitHub;

/// <summary>What a change left.</summary>
/// <param name="Value">As GitHub answered, or as it was found.</param>
/// <param name="WasFound">Whether it was found rather than answered.</param>
internal sealed record Settled<T>(T Value, bool WasFound);
