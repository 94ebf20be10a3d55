namespace Hotfix.LocalGitHub;

/// <summary>A request that has come in and is not answered yet.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Without <c>/api/v3</c> and query.</param>
/// <param name="User">Login of whoever sent it; <c>null</c> without a token.</param>
public sealed record ArrivingRequest(string Method, string Path, string? User);
