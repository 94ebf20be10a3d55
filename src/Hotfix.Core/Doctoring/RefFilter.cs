namespace Hotfix.Core.Doctoring;

/// <summary>Which refs start a workflow.</summary>
/// <param name="Only">Patterns, <c>!</c> in front takes out again, the last that matches counts; empty: all.</param>
/// <param name="Ignored">Patterns that do not.</param>
internal sealed record RefFilter(IReadOnlyList<string> Only, IReadOnlyList<string> Ignored)
{
    /// <summary>Every ref.</summary>
    public static RefFilter All { get; } = new([], []);

    /// <summary>Whether a ref of this short name starts it.</summary>
    public bool Takes(string name)
    {
        bool taken = Only.Count == 0;
        foreach (string pattern in Only)
        {
            bool isNegative = pattern.StartsWith('!');
            if (RefGlob.Matches(isNegative ? pattern[1..] : pattern, name))
                taken = !isNegative;
        }

        return taken && !Ignored.Any(pattern => RefGlob.Matches(pattern, name));
    }
}
