using System.Text.RegularExpressions;

namespace Hotfix.Git;

/// <summary>The one place that takes secrets out of what git printed and out of addresses.</summary>
internal static partial class Redaction
{
    public static string Clean(string text, GitAuthentication? authentication) => WithoutUserInfo(authentication?.Redact(text) ?? text);

    /// <summary><c>https://user:secret@host/x</c> becomes <c>https://host/x</c>, anywhere in the text.</summary>
    public static string WithoutUserInfo(string text) => UserInfo().Replace(text, "://");

    [GeneratedRegex("://[^/@\\s]+@", RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();
}
