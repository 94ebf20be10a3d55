namespace Hotfix.GitHub.Http;

/// <summary>The two parts of a remote's address that matter here: the host, and the path behind it.</summary>
/// <param name="Host">Lower case, without user, password and port; empty for a path on this machine.</param>
/// <param name="Segments">The path's segments, the last one without <c>.git</c>.</param>
internal sealed record RemoteUrl(string Host, IReadOnlyList<string> Segments)
{
    /// <summary>The whole address when git talks HTTP to it, and so may be asked for a credential; <c>null</c> otherwise.</summary>
    public Uri? Http { get; private init; }

    private static readonly string[] NetworkSchemes = ["https", "http", "ssh", "git", "git+ssh", "ssh+git"];

    /// <summary>Understands what git-clone(1) calls GIT URLS: with a scheme, the scp-like <c>git@host:path</c>, and plain paths.</summary>
    public static RemoteUrl Parse(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal))
            return FromUri(text);

        // git: "scp-like syntax is only recognized if there are no slashes before the first colon"; one letter is a Windows drive.
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        int slash = text.IndexOfAny(['/', '\\']);
        bool isScpLike = colon > 1 && (slash < 0 || colon < slash);
        return isScpLike
            ? new RemoteUrl(text[(text.IndexOf('@', StringComparison.Ordinal) + 1)..colon].ToLowerInvariant(), Split(text[(colon + 1)..]))
            : new RemoteUrl("", Split(text));
    }

    private static RemoteUrl FromUri(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && NetworkSchemes.Contains(uri.Scheme, StringComparer.OrdinalIgnoreCase)
            ? new RemoteUrl(uri.Host.ToLowerInvariant(), Split(Uri.UnescapeDataString(uri.AbsolutePath)))
            {
                Http = uri.Scheme is "https" or "http" ? uri : null,
            }
            : new RemoteUrl("", Split(text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..]));

    private static string[] Split(string path)
    {
        string[] segments = path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length > 0 && segments[^1].EndsWith(".git", StringComparison.OrdinalIgnoreCase))
            segments[^1] = segments[^1][..^4];

        return segments;
    }
}
