using System.Globalization;

namespace Hotfix.Benchmarks;

/// <summary>What to measure, and how often.</summary>
/// <param name="Parts">Names of parts; empty for all.</param>
/// <param name="Repetitions">Of each side; the median is shown.</param>
/// <param name="Output">Folder of the report; <c>null</c> for <c>artifacts/benchmark</c>.</param>
/// <param name="Against">The commit that this one is compared with; <c>null</c>: with none.</param>
internal sealed record BenchmarkOptions(IReadOnlyList<string> Parts, int Repetitions, string? Output, string? Against)
{
    public static BenchmarkOptions Parse(string[] arguments)
    {
        var parts = new List<string>();
        int repetitions = 9;
        string? output = null;
        string? against = null;
        for (int at = 0; at < arguments.Length; at++)
        {
            switch (arguments[at])
            {
                case "--repetitions":
                    repetitions = int.Parse(arguments[++at], CultureInfo.InvariantCulture);
                    break;
                case "--output":
                    output = Path.GetFullPath(arguments[++at]);
                    break;
                case "--against":
                    against = arguments[++at];
                    break;
                default:
                    parts.Add(arguments[at]);
                    break;
            }
        }

        return new BenchmarkOptions(parts, repetitions, output, against);
    }

    public bool Wants(string part) => Parts.Count == 0 || Parts.Contains(part);
}
