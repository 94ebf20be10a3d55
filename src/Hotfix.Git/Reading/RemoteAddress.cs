using System.Text.RegularExpressions;

namespace Hotfix.Git.Reading;

/// <summary>A remote's address as it may be shown and compared.</summary>
internal static partial class RemoteAddress
{
    /// <summary>
    /// Without user information. The short form <c>git@host:owner/name.git</c> becomes <c>ssh://host/owner/name.git</c>,
    /// which means the same to git and is a URL to everything else.
    /// </summary>
    public static string ForPeople(string url) =>
        ShortForm().Match(url) is { Success: true } match ? $"ssh://{match.Groups["host"].Value}/{match.Groups["path"].Value}" : Redaction.WithoutUserInfo(url);

    /// <summary>Host and path, whatever the protocol, for comparing; a path on this machine as it is.</summary>
    public static string Place(string url) =>
        Uri.TryCreate(ForPeople(url), UriKind.Absolute, out Uri? address) && !address.IsFile
            ? $"{(address.Host == "ssh.github.com" ? "github.com" : address.Host)}/{WithoutEnding(address.AbsolutePath)}".ToLowerInvariant()
            : WithoutEnding(url);

    private static string WithoutEnding(string path) =>
        path.Trim('/') is var trimmed && trimmed.EndsWith(".git", StringComparison.Ordinal) ? trimmed[..^4] : trimmed;

    // git-clone(1), GIT URLS: the short form is only recognized when no slash comes before the first colon.
    [GeneratedRegex("^[^/:@]+@(?<host>[^/:]+):/?(?<path>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortForm();
}
