using System.Security.Cryptography;
using System.Text;

namespace Hotfix.LocalGitHub.Pages;

/// <summary>The frame of every page: no script, no picture, no request; one style, which the policy knows by its hash.</summary>
internal static class HtmlPage
{
    private static readonly string Style = ReadStyle();

    /// <summary>The content security policy; it stands in the page as well, so that a saved page keeps it.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'";

    /// <param name="title">Plain text.</param>
    /// <param name="body">HTML.</param>
    public static string Compose(string title, string body) =>
        $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{PageText.Html(title)}</title>
            <style>{Style}</style>
            </head>
            <body>
            {body}
            <footer><p>A rehearsal on a local GitHub. All times are UTC.</p></footer>
            </body>
            </html>

            """.ReplaceLineEndings("\n");

    // A browser hashes the text between the tags, byte for byte.
    private static string ReadStyle()
    {
        using Stream stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("pages.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
