namespace Hotfix.Core.Adopting;

/// <summary>Two texts, line by line, as people compare them.</summary>
internal static class TextDifference
{
    private const int Context = 2;

    /// <summary>Lines with <c>-</c> (only in the first), <c>+</c> (only in the second) or a space in front; what is far from every change is left out as
    /// <c>…</c>.</summary>
    public static IReadOnlyList<string> Between(string from, string to)
    {
        List<string> all = Compare(from.TrimEnd('\n').Split('\n'), to.TrimEnd('\n').Split('\n'));
        bool[] isShown = new bool[all.Count];
        for (int i = 0; i < all.Count; i++)
        {
            if (all[i][0] != ' ')
                Array.Fill(isShown, true, Math.Max(0, i - Context), Math.Min(all.Count, i + Context + 1) - Math.Max(0, i - Context));
        }

        List<string> lines = [];
        for (int i = 0; i < all.Count; i++)
        {
            if (isShown[i])
                lines.Add(all[i].TrimEnd());
            else if (lines.Count == 0 || lines[^1] != "…")
                lines.Add("…");
        }

        return lines;
    }

    // The longest common subsequence; these files have a few hundred lines.
    private static List<string> Compare(string[] from, string[] to)
    {
        int[][] longest = [.. Enumerable.Range(0, from.Length + 1).Select(_ => new int[to.Length + 1])];
        for (int i = from.Length - 1; i >= 0; i--)
        {
            for (int j = to.Length - 1; j >= 0; j--)
                longest[i][j] = from[i] == to[j] ? longest[i + 1][j + 1] + 1 : Math.Max(longest[i + 1][j], longest[i][j + 1]);
        }

        List<string> lines = [];
        int left = 0,
            right = 0;
        while (left < from.Length || right < to.Length)
        {
            if (left < from.Length && right < to.Length && from[left] == to[right])
            {
                lines.Add($" {from[left++]}");
                right++;
            }
            else if (right == to.Length || (left < from.Length && longest[left + 1][right] >= longest[left][right + 1]))
            {
                lines.Add($"-{from[left++]}");
            }
            else
            {
                lines.Add($"+{to[right++]}");
            }
        }

        return lines;
    }
}
