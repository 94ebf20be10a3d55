using Hotfix.Core.Policies;

namespace Hotfix.Components.Guards;

/// <summary>How names are compared and shown: dashes and case do not matter to NUKE, and one mistyped letter should not matter to a person.</summary>
internal static class Spelling
{
    private static readonly string[] KnownWords =
    [
        "DotNet",
        "GitHub",
        "GitVersion",
        "MSBuild",
        "NuGet",
        "ReSharper",
        "AppVeyor",
        "TeamCity",
        "GitLab",
        "SignPath",
        "JetBrains",
    ];

    /// <summary>Letters and digits alone, in upper case: what a switch, a variable and a member of one parameter have in common.</summary>
    public static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>Whether a switch or target as typed is that name.</summary>
    public static bool Same(string typed, string name) =>
        typed.Replace("-", "", StringComparison.Ordinal).Equals(name.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    /// <summary><c>PollInterval</c> as <c>poll-interval</c>; words such as GitHub stay whole.</summary>
    public static string Dashed(string name)
    {
        var words = new List<string>();
        int start = 0;
        while (start < name.Length)
        {
            int end = start + WordLength(name, start);
            words.Add(name[start..end].Trim('-').ToLowerInvariant());
            start = end;
        }

        return string.Join('-', words.Where(word => word.Length > 0));
    }

    /// <summary>The environment variable that is meant for a parameter: <c>NUKE_POLL_INTERVAL</c>.</summary>
    public static string Variable(string name) => "NUKE_" + Dashed(name).Replace('-', '_').ToUpperInvariant();

    /// <summary>The known name that was most likely meant; <c>null</c> when none is near.</summary>
    public static string? Nearest(string typed, IEnumerable<string> known)
    {
        string bare = Bare(typed);
        return known
            .Select(name => (Name: name, Distance: NearName.Distance(bare, Bare(name))))
            .Where(pair => pair.Distance <= Math.Max(2, bare.Length / 3) || (bare.Length > 1 && Bare(pair.Name).StartsWith(bare, StringComparison.Ordinal)))
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Name, StringComparer.Ordinal)
            .Select(pair => pair.Name)
            .FirstOrDefault();
    }

    private static int WordLength(string name, int start)
    {
        if (Array.Find(KnownWords, word => string.CompareOrdinal(name, start, word, 0, word.Length) == 0) is { } known)
            return known.Length;

        int end = start + 1;
        while (end < name.Length && name[end] != '-' && !StartsWord(name, end))
            end++;

        return end - start;
    }

    private static bool StartsWord(string name, int at) =>
        char.IsUpper(name[at]) && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1])));
}
