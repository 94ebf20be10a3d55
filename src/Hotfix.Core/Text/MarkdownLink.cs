namespace Hotfix.Core.Text;

/// <summary>Links in Markdown.</summary>
internal static class MarkdownLink
{
    /// <summary>The Markdown as a link; as it is when there is no address that may be one.</summary>
    public static string Of(string markdown, string? url) => WebAddress.Of(url) is { } address ? $"[{markdown}]({address})" : markdown;
}
