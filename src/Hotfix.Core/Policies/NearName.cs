namespace Hotfix.Core.Policies;

/// <summary>The name that was most likely meant by one that misses: by its case, its punctuation, or a letter or two.</summary>
internal static class NearName
{
    /// <summary>The nearest of the known names; <c>null</c> when none is near.</summary>
    public static string? Of(string missed, IEnumerable<string> known)
    {
        string bare = Bare(missed);
        return known
            .Where(name => name != missed)
            .Select(name => (Name: name, Distance: Distance(bare, Bare(name))))
            .Where(pair => pair.Distance <= Math.Min(2, bare.Length / 3))
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Name, StringComparer.Ordinal)
            .Select(pair => pair.Name)
            .FirstOrDefault();
    }

    /// <summary>Letters to insert, remove, replace or swap with a neighbour to make one text the other.</summary>
    public static int Distance(string from, string to)
    {
        int[][] steps = [.. Enumerable.Range(0, from.Length + 1).Select(_ => new int[to.Length + 1])];
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                steps[i][j] =
                    i == 0 || j == 0
                        ? i + j
                        : Math.Min(Math.Min(steps[i - 1][j], steps[i][j - 1]) + 1, steps[i - 1][j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    steps[i][j] = Math.Min(steps[i][j], steps[i - 2][j - 2] + 1);
            }
        }

        return steps[from.Length][to.Length];
    }

    private static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
