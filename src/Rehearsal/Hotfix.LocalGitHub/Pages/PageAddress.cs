using System.Text.RegularExpressions;

namespace Hotfix.LocalGitHub.Pages;

/// <summary>What a browser asks to see: the path behind an <c>html_url</c>.</summary>
/// <param name="Owner">Login of the repository's owner.</param>
/// <param name="Repository">The repository's name.</param>
/// <param name="Kind"><c>pull</c>, <c>issues</c> or <c>releases/tag</c>.</param>
/// <param name="Key">The number, or the tag; <c>untagged-</c> and an id for a draft.</param>
internal sealed partial record PageAddress(string Owner, string Repository, string Kind, string Key)
{
    /// <summary><c>null</c> when the path is no page's; <paramref name="path"/> is still escaped.</summary>
    public static PageAddress? Of(string path)
    {
        Match match = Shape().Match(path);
        return match.Success ? new PageAddress(Part("owner"), Part("repo"), match.Groups["kind"].Value, Part("key")) : null;

        string Part(string name) => Uri.UnescapeDataString(match.Groups[name].Value);
    }

    // An owner named like a root of the REST API has no pages, on github.com either.
    [GeneratedRegex(
        "^/(?!(?:repos|api|_local)/)(?<owner>[^/]+)/(?<repo>[^/]+)/(?:(?<kind>pull|issues)/(?<key>[0-9]+)|(?<kind>releases/tag)/(?<key>.+))$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Shape();
}
