using System.Net;
using Hotfix.Core.Text;

namespace Hotfix.Reports;

/// <summary>People's words in a page: always text, whatever they hold.</summary>
internal static class Html
{
    /// <summary>Escaped for text and for attributes in double quotes.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>One line of what people wrote, cut, escaped, and set apart so that its writing direction turns nothing around it.</summary>
    public static string Words(string text, int most) => $"<bdi>{Text(PlainText.OneLine(text, most))}</bdi>";

    /// <summary>A link to a page of the web; the content alone for any other address.</summary>
    /// <param name="url">As GitHub gave it.</param>
    /// <param name="content">HTML.</param>
    public static string Link(string? url, string content) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? $"<a href=\"{Text(address.AbsoluteUri)}\" rel=\"noreferrer\">{content}</a>"
            : content;
}
