using System.Globalization;

namespace Hotfix.Benchmarks;

/// <summary>What to measure, and how often.</summary>
/// <param name="Parts">Names of parts; empty for all.</param>
/// <param name="Repetitions">Of each side; the median is shown.</param>
/// <param name="Output">Folder of the report; <c>null</c> for <c>artifacts/benchmark</c>.</param>
internal sealed record BenchmarkOptions(IReadOnlyList<string> Parts, int Repetitions, string? Output)
{
    public static BenchmarkOptions Parse(string[] arguments)
    {
        var parts = new List<string>();
        int repetitions = 9;
        string? output = null;
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
                default:
                    parts.Add(arguments[at]);
                    break;
            }
        }

        return new BenchmarkOptions(parts, repetitions, output);
    }

    public bool Wants(string part) => Parts.Count == 0 || Parts.Contains(part);
}
