using System.Text.RegularExpressions;

namespace Hotfix.Git.Reading;

/// <summary>A remote's address as it may be shown and compared.</summary>
internal static partial class RemoteAddress
{
    /// <summary>
    /// Without user information. The short form <c>git@host:owner/name.git</c> becomes <c>ssh://host/owner/name.git</c>,
    /// which means the same to git and is a URL to everything else.
    /// </summary>
    public static string ForPeople(string url) => ShortForm().Match(url) is { Success: true } match
        ? $"ssh://{match.Groups["host"].Value}/{match.Groups["path"].Value}"
        : Redaction.WithoutUserInfo(url);

    // git-clone(1), GIT URLS: the short form is only recognized when no slash comes before the first colon.
    [GeneratedRegex("^[^/:@]+@(?<host>[^/:]+):/?(?<path>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortForm();
}
