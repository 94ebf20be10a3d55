namespace Nuke.Common.Git;

/// <summary>
/// Takes the address of a remote apart: <c>https://host/owner/name.git</c>, <c>ssh://git@host:22/owner/name</c>, <c>git@host:owner/name.git</c>.
/// </summary>
internal static class RemoteAddress
{
    /// <returns>Nulls for an address that names no host, such as a path.</returns>
    public static (GitProtocol? Protocol, string? Endpoint, string? Identifier) Parse(string url)
    {
        string address = url.Trim().TrimEnd('/');
        if (address.EndsWith(".git", StringComparison.Ordinal))
            address = address[..^4];

        if (Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Host.Length > 0)
            return (uri.Scheme is "ssh" or "git+ssh" ? GitProtocol.Ssh : GitProtocol.Https, Endpoint(uri), uri.AbsolutePath.Trim('/'));

        int colon = address.IndexOf(':', StringComparison.Ordinal);
        int at = address.IndexOf('@', StringComparison.Ordinal);
        return colon > 0 && !address[..colon].Contains('/', StringComparison.Ordinal)
            ? (GitProtocol.Ssh, address[(at + 1)..colon], address[(colon + 1)..].Trim('/'))
            : (null, null, null);
    }

    // A port belongs to the address of a web server; that of an SSH server says nothing about HTTPS.
    private static string Endpoint(Uri uri) =>
        uri.IsDefaultPort || uri.Scheme is "ssh" or "git+ssh" ? uri.Host : uri.Authority[(uri.Authority.IndexOf('@', StringComparison.Ordinal) + 1)..];
}
