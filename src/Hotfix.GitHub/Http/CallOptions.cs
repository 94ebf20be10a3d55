namespace Hotfix.GitHub.Http;

/// <summary>What a request tells the handlers it passes.</summary>
internal static class CallOptions
{
    /// <summary>The body is read by the caller as it comes; it is not buffered, and a break in it is the caller's.</summary>
    public static readonly HttpRequestOptionsKey<bool> IsStreamed = new("hotfix-streamed");

    /// <summary>Overrides the time-out of one try.</summary>
    public static readonly HttpRequestOptionsKey<TimeSpan> Timeout = new("hotfix-timeout");

    public static bool IsStreamedCall(this HttpRequestMessage request) =>
        request.Options.TryGetValue(IsStreamed, out bool streamed) && streamed;

    /// <summary>GET and HEAD change nothing, so that repeating them is always right.</summary>
    public static bool IsSafe(this HttpRequestMessage request) =>
        request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;
}
