using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Hotfix.LocalGitHub.Faults;
using Hotfix.LocalGitHub.Merging;
using Hotfix.LocalGitHub.State;
using Microsoft.AspNetCore.Http.Features;

namespace Hotfix.LocalGitHub.Http;

/// <summary>Answers the REST calls: token, route, repository, role, handler, entity tag.</summary>
internal sealed class RestEndpoint(Hub hub, RouteTable routes)
{
    private readonly ConcurrentDictionary<string, ApiResponse> _lastReads = new(StringComparer.Ordinal);

    public async Task AnswerAsync(Exchange exchange, Fault? fault)
    {
        Token? token = null;
        ApiResponse response;
        try
        {
            token = Authentication.Authenticate(exchange.Context.Request, hub);
            exchange.User = token?.Account;
            if (fault?.Kind == FaultKind.TokenExpired && token is not null)
            {
                token.Expired = true;
                throw ApiFailure.Unauthorized("Bad credentials");
            }

            response = await ReadOrChangeAsync(exchange, token, fault);
        }
        catch (ApiFailure failure)
        {
            response = ApiResponse.From(failure);
        }

        response = Tag(exchange.Context.Request, response);
        Describe(exchange.Context.Response, token, response);
        Tell(exchange, response);
        if (fault?.Kind == FaultKind.ResetAfter)
            exchange.Reset();
        else if (fault?.Kind == FaultKind.TruncatedBody)
            await exchange.TruncateAsync(response);
        else
            await exchange.WriteAsync(response);
    }

    private async Task<ApiResponse> ReadOrChangeAsync(Exchange exchange, Token? token, Fault? fault)
    {
        HttpRequest http = exchange.Context.Request;
        bool isRead = HttpMethods.IsGet(http.Method);
        string key = $"{token?.Account.Login} {exchange.Path}{http.QueryString}";
        if (isRead && fault?.Kind == FaultKind.StaleRead && _lastReads.TryGetValue(key, out ApiResponse? stale))
            return stale;

        ApiResponse response = await RouteAsync(exchange, token, fault);
        if (isRead && response.Status == 200)
            _lastReads[key] = response;

        return response;
    }

    private async Task<ApiResponse> RouteAsync(Exchange exchange, Token? token, Fault? fault)
    {
        HttpContext context = exchange.Context;
        if (routes.Find(context.Request.Method, exchange.Path) is not { } found)
            throw ApiFailure.With(501, $"The local server has no {context.Request.Method} {exchange.Path}; nothing was changed.");

        var request = new ApiRequest(context, hub, ApiAddress.Of(context.Request), found.Values)
        {
            Token = token,
            LosesCheck = fault?.Kind == FaultKind.CheckLost,
        };
        await request.ReadBodyAsync(asJson: !found.Route.RawBody);
        exchange.RequestBody = found.Route.RawBody ? [] : request.RawBody;
        if (!request.NamesRepository)
            return await found.Route.Handler(request);

        HostedRepository repository = request.Enter();
        if (token?.Permissions is { } granted)
            Permissions.Require(granted, context.Request.Method, exchange.Path);

        await repository.Gate.WaitAsync(hub.Stopping);
        try
        {
            ApiResponse response = await found.Route.Handler(request);
            if (!HttpMethods.IsGet(context.Request.Method))
                await Automatic.AdvanceAsync(repository, hub.Stopping);

            return response;
        }
        finally
        {
            repository.Gate.Release();
        }
    }

    // Weak, over the body alone: what GitHub's clients send back as If-None-Match.
    private static ApiResponse Tag(HttpRequest request, ApiResponse response)
    {
        if (response.Status != 200 || !HttpMethods.IsGet(request.Method))
            return response;

        string tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(response.Body))}\"";
        var headers = new Dictionary<string, string>(response.Headers) { ["ETag"] = tag };
        string bare = tag[2..];
        bool same = request.Headers.IfNoneMatch.Any(value => value is not null && value.Contains(bare, StringComparison.Ordinal));
        return same ? new ApiResponse(304) { Headers = headers } : response with { Headers = headers };
    }

    private void Tell(Exchange exchange, ApiResponse response)
    {
        if (hub.Options.Served is not { } served)
            return;

        string target = exchange.Context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        bool isJson = response.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true;
        served(
            new ServedExchange(exchange.Context.Request.Method, target, response.Status, exchange.User?.Login)
            {
                RequestBody = System.Text.Encoding.UTF8.GetString(exchange.RequestBody),
                ResponseType = response.ContentType?.Split(';')[0],
                ResponseBody = isJson ? System.Text.Encoding.UTF8.GetString(response.Body) : "",
            }
        );
    }

    private void Describe(HttpResponse http, Token? token, ApiResponse response)
    {
        DateTimeOffset now = hub.Now;
        http.Headers.Date = now.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
        http.Headers["X-GitHub-Request-Id"] = $"LOCAL:{hub.NextId():X}";
        http.Headers["X-GitHub-Media-Type"] = "github.v3; format=json";
        if (token is null)
            return;

        // A 304 is free.
        (int used, DateTimeOffset reset) = token.Spend(now, response.Status == 304 ? 0 : 1);
        if (token.Scopes is { } scopes)
            http.Headers["X-OAuth-Scopes"] = scopes;

        http.Headers["X-RateLimit-Limit"] = Token.Limit.ToString(CultureInfo.InvariantCulture);
        http.Headers["X-RateLimit-Used"] = used.ToString(CultureInfo.InvariantCulture);
        http.Headers["X-RateLimit-Remaining"] = Math.Max(0, Token.Limit - used).ToString(CultureInfo.InvariantCulture);
        http.Headers["X-RateLimit-Reset"] = reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        http.Headers["X-RateLimit-Resource"] = "core";
    }
}
