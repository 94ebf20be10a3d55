using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Who is calling, what of the rate limit is left, and what the server is.</summary>
internal static class UserRoutes
{
    public static void Map(RouteTable routes) =>
        routes
            .Get("/user", request => Task.FromResult(ApiResponse.Json(UserJson.Full(Person(request), request.Address, request.Now))))
            .Get("/users/{username}", GetAsync)
            .Get("/rate_limit", RateLimitAsync)
            .Get("/meta", _ => Task.FromResult(ApiResponse.Json(new JsonObject { ["verifiable_password_authentication"] = false })));

    // An App's token belongs to no user.
    private static Account Person(ApiRequest request) =>
        request.Caller is { IsBot: false } person ? person : throw ApiFailure.With(403, "Resource not accessible by integration");

    private static Task<ApiResponse> GetAsync(ApiRequest request)
    {
        Account account = request.Hub.FindAccount(request.Value("username")) ?? throw ApiFailure.NotFound();
        return Task.FromResult(ApiResponse.Json(UserJson.Full(account, request.Address, request.Now)));
    }

    // Asking costs nothing.
    private static Task<ApiResponse> RateLimitAsync(ApiRequest request)
    {
        (int used, DateTimeOffset reset) = request.Token?.Spend(request.Now, requests: 0) ?? (0, request.Now.AddHours(1));
        JsonObject Limit() =>
            new()
            {
                ["limit"] = Token.Limit,
                ["used"] = used,
                ["remaining"] = Math.Max(0, Token.Limit - used),
                ["reset"] = reset.ToUnixTimeSeconds(),
            };
        var resources = new JsonObject
        {
            ["core"] = Limit(),
            ["search"] = Limit(),
            ["graphql"] = Limit(),
        };
        return Task.FromResult(ApiResponse.Json(new JsonObject { ["resources"] = resources, ["rate"] = Limit() }));
    }
}
