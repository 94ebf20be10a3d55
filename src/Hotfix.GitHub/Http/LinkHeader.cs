using System.Text.RegularExpressions;

namespace Hotfix.GitHub.Http;

/// <summary>RFC 8288. Octokit's own reader stops at the first relation that it does not know and loses the pages behind it.</summary>
internal static partial class LinkHeader
{
    /// <summary>Where the next page is; <c>null</c> on the last one.</summary>
    public static Uri? Next(IReadOnlyDictionary<string, string> headers)
    {
        string? value = headers.FirstOrDefault(header => string.Equals(header.Key, "Link", StringComparison.OrdinalIgnoreCase)).Value;
        Match? next = value is null
            ? null
            : Links()
                .Matches(value)
                .FirstOrDefault(link => Relation().Match(link.Groups["parameters"].Value).Groups["names"].Value.Split(' ').Contains("next"));
        return next is not null && Uri.TryCreate(next.Groups["address"].Value, UriKind.Absolute, out Uri? uri) ? uri : null;
    }

    [GeneratedRegex("<(?<address>[^>]*)>(?<parameters>[^<]*)")]
    private static partial Regex Links();

    [GeneratedRegex("rel=\"?(?<names>[^\";,]*)\"?", RegexOptions.IgnoreCase)]
    private static partial Regex Relation();
}
