namespace Hotfix.Drill.Rehearsals;

/// <summary>The shop a week later: v1.5.0 is released and not in production yet, and main is red with half of a feature.</summary>
internal static class ExceptionalHistory
{
    private const string Ben = "Ben Builder";

    /// <summary>As far as it is released.</summary>
    public static IReadOnlyList<SampleCommit> Released { get; } =
    [.. SampleHistory.Commits, new("9-gift-cards", "Take gift cards", Ben, new DateTimeOffset(2026, 1, 26, 9, 0, 0, TimeSpan.Zero), "v1.5.0")];

    public static IReadOnlyList<SampleCommit> Commits { get; } =
    [.. Released, new("10-half-a-feature", "Top up gift cards, first half", Ben, new DateTimeOffset(2026, 1, 27, 9, 0, 0, TimeSpan.Zero))];

    /// <summary>What production runs: one release behind.</summary>
    public const string InProduction = "v1.4.2";
}
