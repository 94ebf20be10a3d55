namespace Hotfix.LocalGitHub;

/// <summary>One REST or GraphQL call with both bodies, for whoever compares them with GitHub's descriptions.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Target">Path and query as the client sent them.</param>
/// <param name="Status">HTTP status; what was meant, where a fault then broke the connection.</param>
/// <param name="User">Login of the caller; <c>null</c> without one.</param>
public sealed record ServedExchange(string Method, string Target, int Status, string? User)
{
    /// <summary>As it came; empty without one, and for uploads.</summary>
    public string RequestBody { get; init; } = "";

    /// <summary>Media type of the answer; <c>null</c> without a body.</summary>
    public string? ResponseType { get; init; }

    /// <summary>As it was sent; empty without one, and for downloads.</summary>
    public string ResponseBody { get; init; } = "";
}
