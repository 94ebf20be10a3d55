using System.Text;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Http;

/// <summary>Reads the three ways in which clients send a token: <c>token X</c>, <c>Bearer X</c>, and Basic with the token as password.</summary>
internal static class Authentication
{
    /// <summary>The caller's token; <c>null</c> without credentials; 401 when they are wrong or have expired.</summary>
    public static Token? Authenticate(HttpRequest request, Hub hub)
    {
        string header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
            return null;

        Token? token = Secret(header) is { } secret ? hub.FindToken(secret) : null;
        return token is { Expired: false } ? token : throw ApiFailure.Unauthorized("Bad credentials");
    }

    /// <summary>Whose token it is, expired or not; <c>null</c> without one.</summary>
    public static string? LoginOf(HttpRequest request, Hub hub) =>
        Secret(request.Headers.Authorization.ToString()) is { } secret ? hub.FindToken(secret)?.Account.Login : null;

    private static string? Secret(string header)
    {
        string[] parts = header.Split(' ', 2, StringSplitOptions.TrimEntries);
        return parts switch
        {
            [var scheme, var value]
                when scheme.Equals("token", StringComparison.OrdinalIgnoreCase) || scheme.Equals("bearer", StringComparison.OrdinalIgnoreCase) => value,
            [var scheme, var value] when scheme.Equals("basic", StringComparison.OrdinalIgnoreCase) => Password(value),
            _ => null,
        };
    }

    private static string? Password(string encoded)
    {
        byte[] bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out int written)
            ? Encoding.UTF8.GetString(bytes, 0, written).Split(':', 2) is [_, var password]
                ? password
                : null
            : null;
    }
}
