namespace Hotfix.GitHub.Http;

/// <summary>Which variable's token belongs to which server: a credential is never tried on a host that it was not made for.</summary>
/// <remarks>
/// Source: gh's own rule (<c>gh help environment</c>) for <c>GH_…</c>; a runner's <c>GITHUB_TOKEN</c> is for the server that the runner names.
/// </remarks>
internal static class TokenVariables
{
    /// <summary>All of them, in the order in which they count.</summary>
    public static IReadOnlyList<string> All { get; } = ["GITHUB_TOKEN", "GH_TOKEN", "GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN"];

    /// <summary>Those whose token may be sent to the server, in the order in which they count.</summary>
    /// <param name="server">Its address, as <see cref="GitHubAddress.Server"/>.</param>
    /// <param name="environment">The value of an environment variable; <c>null</c> when it is not set.</param>
    public static IReadOnlyList<string> For(Uri server, Func<string, string?> environment)
    {
        bool isCloud = server.Authority == "github.com" || server.Authority.EndsWith(".ghe.com", StringComparison.Ordinal);
        return [.. Homes(environment).Contains(server.Authority) ? ["GITHUB_TOKEN"] : Array.Empty<string>(), .. isCloud ? ["GH_TOKEN"] : All.Skip(2)];
    }

    private static HashSet<string> Homes(Func<string, string?> environment)
    {
        HashSet<string> named = new(StringComparer.OrdinalIgnoreCase);
        if (Uri.TryCreate(environment("GITHUB_SERVER_URL"), UriKind.Absolute, out Uri? server))
            named.Add(server.Authority);

        if (Uri.TryCreate(environment("GITHUB_API_URL"), UriKind.Absolute, out Uri? api))
            named.Add(GitHubAddress.ServerOf(api).Authority);

        return named.Count > 0 ? named : ["github.com"];
    }
}
