namespace Hotfix.LocalGitHub.Pages.Markdown;

/// <summary>Which addresses may be a link.</summary>
internal static class LinkTarget
{
    /// <summary>http, https, mailto, and whatever has no scheme; all else, <c>javascript:</c> foremost, stays text.</summary>
    public static bool IsHarmless(string? address)
    {
        // Browsers leave control characters out of a scheme before they read it.
        string text = string.Concat((address ?? "").Where(letter => !char.IsControl(letter) && !char.IsWhiteSpace(letter)));
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        int end = text.AsSpan().IndexOfAny('/', '?', '#');
        return text.Length > 0 && (colon < 0 || (end >= 0 && end < colon) || text[..colon].ToLowerInvariant() is "http" or "https" or "mailto");
    }
}
