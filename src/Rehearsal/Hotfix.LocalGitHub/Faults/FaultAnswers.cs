using System.Globalization;
using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Http;

namespace Hotfix.LocalGitHub.Faults;

/// <summary>The answers that a fault gives in place of the real one.</summary>
internal static class FaultAnswers
{
    /// <summary>The answer; <c>null</c> for kinds that need the real one.</summary>
    public static ApiResponse? Of(Fault fault, DateTimeOffset now) =>
        fault.Kind switch
        {
            FaultKind.Status => Answer(fault.Status, fault.Message ?? Phrase(fault.Status), RetryAfter(fault.RetryAfter)),
            FaultKind.PrimaryRateLimit => Answer(403, "API rate limit exceeded for user.", Exhausted(fault, now)),
            FaultKind.SecondaryRateLimit => Answer(
                403,
                "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
                RetryAfter(fault.RetryAfter ?? TimeSpan.FromMinutes(1))
            ),
            FaultKind.TooManyRequests => Answer(
                429,
                "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
                RetryAfter(fault.RetryAfter ?? TimeSpan.FromMinutes(1))
            ),
            _ => null,
        };

    private static ApiResponse Answer(int status, string message, Dictionary<string, string> headers)
    {
        var body = new JsonObject
        {
            ["message"] = message,
            ["documentation_url"] = "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api",
        };
        return ApiResponse.Json(body, status) with { Headers = headers };
    }

    private static string Phrase(int status) =>
        status switch
        {
            502 => "Server Error",
            503 => "Service unavailable",
            _ => "Internal Server Error",
        };

    private static Dictionary<string, string> RetryAfter(TimeSpan? wait) =>
        wait is { } time ? new() { ["Retry-After"] = Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture) } : [];

    private static Dictionary<string, string> Exhausted(Fault fault, DateTimeOffset now) =>
        new()
        {
            ["X-RateLimit-Remaining"] = "0",
            ["X-RateLimit-Reset"] = now.Add(fault.RetryAfter ?? TimeSpan.FromMinutes(1)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        };
}
