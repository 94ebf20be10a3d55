namespace Hotfix.Drill.Rehearsals;

/// <summary>How the shop came to be: a bug that no test sees arrives with the sixth commit and is shipped with v1.4.2.</summary>
internal static class SampleHistory
{
    private const string Ada = "Ada Author";
    private const string Ben = "Ben Builder";

    public static IReadOnlyList<SampleCommit> Commits { get; } =
    [
        new("1-basket", "Add a basket with a subtotal", Ada, Day(0)),
        new("2-discount", "Add discounts", Ben, Day(2), "v1.3.0"),
        new("3-checkout", "Add up what the customer pays", Ada, Day(7), "v1.4.0"),
        new("4-receipt", "Print a receipt", Ben, Day(9)),
        new("5-receipt-decimals", "Keep the decimals of whole prices on the receipt", Ben, Day(10), "v1.4.1"),
        new("6-basket-discount", "Show the discount in the basket already", Ada, Day(14)),
        new("7-empty-basket", "Ship an empty basket for nothing", Ben, Day(15), "v1.4.2"),
        new("8-readme", "Say what this is", Ada, Day(16)),
    ];

    private static DateTimeOffset Day(int day) => new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero).AddDays(day);
}
