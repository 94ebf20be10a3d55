using Hotfix.Core.Errors;

namespace Hotfix.Components.Running;

/// <summary>What the measuring program is started with; a misspelt part must not end green with nothing measured.</summary>
internal static class BenchmarkArguments
{
    private const int MostRounds = 1_000;
    private static readonly string[] Known = ["status", "branch", "version", "report", "scale", "drill", "cold", "suite"];

    /// <exception cref="HotfixException">HF1080 for a part that does not exist, a number of rounds outside 1 to 1,000, or what cannot be a commit.</exception>
    public static IReadOnlyList<string> Of(string[]? parts, int? rounds, string? against = null)
    {
        string[] names = [.. (parts ?? []).Select(part => part.Trim())];
        if (names.FirstOrDefault(name => !Known.Contains(name)) is { } unknown)
            throw Refuse($"--parts names '{unknown}'", $"There are {string.Join(", ", Known)}.", "--parts status,branch");

        if (against is not null && (against.StartsWith('-') || against.Trim().Length == 0))
            throw Refuse($"--against is '{against}'", "It takes a commit of this repository.", "--parts cold --against HEAD~10");

        return rounds is null or (>= 1 and <= MostRounds)
            ?
            [
                .. names,
                .. rounds is { } number ? (string[])["--repetitions", $"{number}"] : [],
                .. against is { } commit ? (string[])["--against", commit] : [],
            ]
            : throw Refuse($"--rounds is {rounds}", $"It takes a number from 1 to {MostRounds}.", "--rounds 9");
    }

    private static HotfixException Refuse(string what, string why, string example) =>
        new("HF1080", what: $"{what}; nothing was measured.", why: why, next: $"Pass such a value, or leave it out: ./build.sh Benchmark {example}");
}
