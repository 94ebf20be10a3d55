namespace Hotfix.Core.Text;

/// <summary>An address as others may read it: neither user nor query nor fragment, which is where people put keys.</summary>
internal static class ShownAddress
{
    private const int ShortestKey = 8;

    /// <summary><c>https://example.com/health?…</c>; the ellipsis says that something was left out.</summary>
    public static string Of(Uri address) =>
        $"{address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}{(address.Query.Length > 1 ? "?…" : "")}";

    /// <summary>The same of a text that may be no address at all, for the message that says so.</summary>
    public static string OfText(string text)
    {
        string head = text.Split('?', '#')[0];
        int scheme = head.IndexOf("://", StringComparison.Ordinal);
        int user = head.LastIndexOf('@');
        string shown = scheme >= 0 && user > scheme ? head[..(scheme + 3)] + head[(user + 1)..] : head;
        return shown.Length + 1 < text.Length && text.Contains('?', StringComparison.Ordinal) ? $"{shown}?…" : shown;
    }

    /// <summary>From now on the longer values of its query are secrets, whoever prints them: a message of the network's may quote the whole address.</summary>
    public static void Hide(Uri address)
    {
        foreach (string pair in address.Query.TrimStart('?').Split('&'))
        {
            string value = pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..];
            if (value.Length >= ShortestKey)
            {
                SecretMask.Add(value);
                SecretMask.Add(Uri.UnescapeDataString(value));
            }
        }
    }
}
