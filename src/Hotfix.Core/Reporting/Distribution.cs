namespace Hotfix.Core.Reporting;

/// <summary>How long something takes, over several hotfixes.</summary>
/// <param name="Count">How many it is known of; 1 or more.</param>
/// <param name="Median">The middle one; of an even number, half way between the two in the middle. Whole seconds.</param>
/// <param name="P90">The shortest that nine in ten do not exceed; <c>null</c> below ten, of which it would be the longest and no more.</param>
internal sealed record Distribution(int Count, TimeSpan Median, TimeSpan? P90)
{
    /// <summary>With fewer, a figure says more about single hotfixes than about the process.</summary>
    public const int Enough = 10;

    /// <summary>Whether chance rules it.</summary>
    public bool IsSmall => Count < Enough;

    /// <summary>Of those that are known; <c>null</c> when none is.</summary>
    public static Distribution? Of(IEnumerable<TimeSpan?> values)
    {
        TimeSpan[] known = [.. values.OfType<TimeSpan>().Order()];
        if (known.Length == 0)
            return null;

        TimeSpan median = (known[(known.Length - 1) / 2] + known[known.Length / 2]) / 2;
        int rank = ((known.Length * 9) + 9) / 10;
        return new Distribution(known.Length, TimeSpan.FromSeconds(Math.Floor(median.TotalSeconds)), known.Length < Enough ? null : known[rank - 1]);
    }
}
