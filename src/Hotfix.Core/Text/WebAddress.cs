namespace Hotfix.Core.Text;

/// <summary>Addresses that may become links: of the web, and without a character that would end the link.</summary>
internal static class WebAddress
{
    private const int MaxLength = 2_000;

    /// <summary>The address in ASCII; <c>null</c> when it is not one of <c>http</c> or <c>https</c>, carries a password, or is absurdly long.</summary>
    public static string? Of(string? text) =>
        text is { Length: <= MaxLength }
        && Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.UserInfo.Length == 0
            ? string.Concat(
                new UriBuilder(address) { Host = address.IdnHost }
                    .Uri.AbsoluteUri.Where(char.IsAscii)
                    .Select(Encode)
            )
            : null;

    private static string Encode(char c) => c is '<' or '>' or '|' or '(' or ')' or '\\' or '"' or '\'' or '`' or '*' or '~' ? Uri.HexEscape(c) : c.ToString();
}
