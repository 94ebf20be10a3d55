namespace Hotfix.LocalGitHub;

/// <summary>One request that the server answered (or dropped on purpose).</summary>
/// <param name="Time">When it arrived.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path and query as sent.</param>
/// <param name="Status">Status sent; 0 when the connection was reset instead.</param>
/// <param name="User">Login behind the token; <c>null</c> for none or a wrong one.</param>
/// <param name="Conditional">It carried <c>If-None-Match</c>.</param>
/// <param name="Duration">Until the last byte was written.</param>
public sealed record RecordedRequest(DateTimeOffset Time, string Method, string Path, int Status, string? User, bool Conditional, TimeSpan Duration)
{
    /// <summary>Answered 304: costs nothing of the primary rate limit.</summary>
    public bool NotModified => Status == 304;
}
