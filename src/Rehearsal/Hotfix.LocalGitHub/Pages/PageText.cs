using System.Globalization;
using System.Net;

namespace Hotfix.LocalGitHub.Pages;

/// <summary>Text on its way into a page.</summary>
internal static class PageText
{
    /// <summary>Text as HTML, good between tags and in quoted attributes.</summary>
    public static string Html(string text) => WebUtility.HtmlEncode(text);

    /// <summary><c>2026-01-31 09:00:00 UTC</c></summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
