using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Hotfix.GitHub.Http;

/// <summary>An answer that says "too much": the hourly limit, or the one against bursts.</summary>
/// <param name="IsPrimary">The hourly limit; <c>false</c> for a secondary one.</param>
/// <param name="Wait">How long GitHub asks to wait; <c>null</c> when it does not say.</param>
/// <remarks>Source: docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api, "Exceeding the rate limit".</remarks>
internal sealed record RateLimit(bool IsPrimary, TimeSpan? Wait)
{
    /// <summary><c>null</c> when the answer is something else, such as a missing permission.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="header">The value of a header; <c>null</c> when it is not there.</param>
    /// <param name="body">The answer's text.</param>
    /// <param name="now">The time here, for a server that does not send its own.</param>
    public static RateLimit? Read(HttpStatusCode status, Func<string, string?> header, string body, DateTimeOffset now)
    {
        // GraphQL says it with 200, and a typed error.
        if (status == HttpStatusCode.OK ? !IsGraphQLRefusal(body) : status is not (HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests))
            return null;

        if (int.TryParse(header("Retry-After"), NumberStyles.None, CultureInfo.InvariantCulture, out int seconds))
            return new RateLimit(IsPrimary: false, TimeSpan.FromSeconds(seconds));

        if (
            header("X-RateLimit-Remaining") == "0"
            && long.TryParse(header("X-RateLimit-Reset"), NumberStyles.None, CultureInfo.InvariantCulture, out long reset)
        )
        {
            return new RateLimit(IsPrimary: true, UntilReset(reset, header("Date"), now));
        }

        return status is HttpStatusCode.TooManyRequests or HttpStatusCode.OK || IsAboutSecondaryLimits(body)
            ? new RateLimit(IsPrimary: false, Wait: null)
            : null;
    }

    /// <summary>By the server's clock where it sends one, since this machine's may be wrong; a second more, since both count whole seconds.</summary>
    private static TimeSpan UntilReset(long reset, string? date, DateTimeOffset now)
    {
        DateTimeOffset present = DateTimeOffset.TryParseExact(
            date,
            "r",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset server
        )
            ? server
            : now;
        TimeSpan wait = DateTimeOffset.FromUnixTimeSeconds(reset) - present + TimeSpan.FromSeconds(1);
        return wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1);
    }

    private static bool IsGraphQLRefusal(string body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("errors", out JsonElement errors)
                && errors.ValueKind == JsonValueKind.Array
                && errors
                    .EnumerateArray()
                    .Any(error =>
                        error.TryGetProperty("type", out JsonElement type)
                        && type.ValueKind == JsonValueKind.String
                        && type.GetString() is "RATE_LIMITED" or "RATE_LIMIT"
                    );
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A 403 for bursts may come without any header; the page that it points to is a field, its prose is not.</summary>
    private static bool IsAboutSecondaryLimits(string body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("documentation_url", out JsonElement page)
                && page.ValueKind == JsonValueKind.String
                && page.GetString()!.Contains("secondary-rate-limit", StringComparison.OrdinalIgnoreCase);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
