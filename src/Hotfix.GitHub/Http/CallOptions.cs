namespace Hotfix.GitHub.Http;

/// <summary>What a request tells the handlers it passes.</summary>
internal static class CallOptions
{
    /// <summary>The body is read by the caller as it comes; it is not buffered, and a break in it is the caller's.</summary>
    public static readonly HttpRequestOptionsKey<bool> IsStreamed = new("hotfix-streamed");

    /// <summary>Overrides the time-out of one try.</summary>
    public static readonly HttpRequestOptionsKey<TimeSpan> Timeout = new("hotfix-timeout");

    /// <summary>A GraphQL request, whose refusals come as 200.</summary>
    public static readonly HttpRequestOptionsKey<bool> IsGraphQL = new("hotfix-graphql");

    /// <summary>A POST that only asks.</summary>
    public static readonly HttpRequestOptionsKey<bool> ChangesNothing = new("hotfix-changes-nothing");

    public static bool IsStreamedCall(this HttpRequestMessage request) => request.Options.TryGetValue(IsStreamed, out bool streamed) && streamed;

    public static bool IsGraphQLCall(this HttpRequestMessage request) => request.Options.TryGetValue(IsGraphQL, out bool isGraphQL) && isGraphQL;

    /// <summary>GET, HEAD and GraphQL queries change nothing, so that repeating them is always right.</summary>
    public static bool IsSafe(this HttpRequestMessage request) =>
        request.Method == HttpMethod.Get
        || request.Method == HttpMethod.Head
        || (request.Options.TryGetValue(ChangesNothing, out bool changesNothing) && changesNothing);
}
