using System.Net;
using Hotfix.Core.Errors;
using Hotfix.GitHub.GraphQL;
using Hotfix.GitHub.Http;

namespace Hotfix.GitHub;

/// <summary>Turns a status and its typed body into one of our codes, with what, why and next.</summary>
internal static class GitHubFailure
{
    /// <summary>Whether a change may have been made although no answer says so: 5xx, a broken connection, a time-out, an unreadable answer.</summary>
    public static bool MayHaveHappened(HotfixException error) => error.Code is "HF3014" or "HF3015" or "HF3016" or "HF3017" or "HF3064";

    /// <summary>404: not there, or not visible to this credential.</summary>
    public static bool IsNotFound(HotfixException error) => error.Code == "HF3008";

    /// <summary>403 for lack of a permission (a rate limit has other codes).</summary>
    public static bool IsForbidden(HotfixException error) => error.Code is "HF3004" or "HF3005";

    /// <summary>422: what was sent does not fit.</summary>
    public static bool IsInvalid(HotfixException error) => error.Code == "HF3012";

    /// <summary>409: GitHub sees a state that forbids it.</summary>
    public static bool IsConflict(HotfixException error) => error.Code == "HF3011";

    /// <summary>GraphQL's "no" to a change, for a reason of the object's.</summary>
    public static bool IsRefusedChange(HotfixException error) => error.Code == "HF3060";

    public static HotfixException From(FailedAnswer answer, DateTimeOffset now, Exception? cause = null)
    {
        if (RateLimit.Read(answer.Status, answer.Header, answer.Body, now) is { } limit)
            return TooMuch(answer, limit, now, cause);

        return answer.Status switch
        {
            HttpStatusCode.Unauthorized => new(
                "HF3003",
                $"GitHub refused the credential when asked to {answer.Call.Doing}; nothing was changed by this request.",
                answer.Evidence,
                "Renew the token (gh auth login, or GITHUB_TOKEN), then run the same command again.",
                cause
            ),
            HttpStatusCode.Forbidden => Forbidden(answer, cause),
            HttpStatusCode.NotFound => new(
                "HF3008",
                $"GitHub found nothing where it was asked to {answer.Call.Doing}; nothing was changed.",
                $"{answer.Evidence.TrimEnd('.')}. GitHub says so too of what this credential may not see.",
                "Check the repository's name, and that the token has access to it: gh repo view.",
                cause
            ),
            HttpStatusCode.MethodNotAllowed => new(
                "HF3070",
                $"GitHub did not {answer.Call.Doing}: as things are, it may not be done; nothing was changed.",
                answer.Evidence,
                "Run './build.sh Status': it names what is waited for.",
                cause
            ),
            HttpStatusCode.Conflict => new(
                "HF3011",
                $"GitHub reports a conflict and did not {answer.Call.Doing}; nothing was changed.",
                answer.Evidence,
                "Run './build.sh Status', then the same command again.",
                cause
            ),
            HttpStatusCode.UnprocessableEntity => new(
                "HF3012",
                $"GitHub did not accept the request to {answer.Call.Doing}; nothing was changed.",
                answer.Evidence,
                "Correct what GitHub names, then run the same command again.",
                cause
            ),
            HttpStatusCode.UnavailableForLegalReasons => new(
                "HF3013",
                $"GitHub has closed this repository for legal reasons; it did not {answer.Call.Doing}.",
                answer.Evidence,
                "Ask the repository's owner, or GitHub's support.",
                cause
            ),
            >= HttpStatusCode.InternalServerError => new(
                "HF3014",
                $"GitHub failed when asked to {answer.Call.Doing}; {Doubt(answer.Call)}.",
                answer.Evidence,
                "See https://www.githubstatus.com, then run the same command again: it continues.",
                cause
            ),
            _ => Unexpected(answer.Call, answer.Evidence, cause),
        };
    }

    /// <summary>The reasons that GraphQL gives in an answer of 200.</summary>
    public static HotfixException From(Call call, IReadOnlyList<GraphError> errors, DateTimeOffset now)
    {
        string why = "GraphQL: " + string.Join("; ", errors.Select(error => $"{error.Message} ({error.Type ?? "not accepted"})"));
        return errors[0].Type switch
        {
            "RATE_LIMITED" => new(
                "HF3006",
                $"The hourly rate limit of this credential is used up; GitHub did not {call.Doing}.",
                why,
                $"Run the same command again after {now + TimeSpan.FromHours(1):yyyy-MM-dd HH:mm} UTC at the latest, or with another credential."
            ),
            "FORBIDDEN" or "INSUFFICIENT_SCOPES" => new(
                "HF3004",
                $"This credential may not {call.Doing}; nothing was changed.",
                why,
                "Give the token what GitHub names there (teams need 'members: read', or the scope read:org), or use one that has it."
            ),
            "NOT_FOUND" => new(
                "HF3008",
                $"GitHub found nothing where it was asked to {call.Doing}; nothing was changed.",
                why,
                "Check the repository's name, and that the token has access to it: gh repo view."
            ),
            _ => new(
                "HF3060",
                $"GitHub would not {call.Doing}; nothing was changed.",
                why,
                "Run './build.sh Status': it names what the pull request waits for."
            ),
        };
    }

    /// <summary>A status that no route of ours answers with.</summary>
    public static HotfixException Unexpected(Call call, string why, Exception? cause) =>
        new(
            "HF3018",
            $"GitHub gave an answer that was not expected when asked to {call.Doing}; nothing was changed.",
            why,
            "Check the API's address (--github-api-url) and the repository's name.",
            cause
        );

    public static HotfixException Unreachable(Call call, HttpRequestException cause) =>
        new(
            "HF3015",
            $"GitHub could not be reached to {call.Doing}; {Doubt(call)}.",
            cause.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => "The host's name could not be resolved.",
                HttpRequestError.ConnectionError => "The connection could not be made.",
                HttpRequestError.SecureConnectionError => "The TLS handshake failed: the certificate is not trusted here, or something stands between.",
                HttpRequestError.ProxyTunnelError => "The proxy refused to connect.",
                HttpRequestError.ResponseEnded => "The connection ended before the answer did.",
                var other => $"The connection broke ({other}).",
            },
            "Check the network, HTTPS_PROXY and the API's address, then run the same command again: it continues.",
            cause
        );

    public static HotfixException TimedOut(Call call, TimeoutException cause) =>
        new(
            "HF3016",
            $"GitHub did not answer in time when asked to {call.Doing}; {Doubt(call)}.",
            cause.Message,
            "Run the same command again: it continues.",
            cause
        );

    public static HotfixException TookTooLong(Call call, DeadlineException cause) =>
        new(
            "HF3064",
            $"It took too long to {call.Doing}; {Doubt(call)}.",
            cause.Message,
            "See https://www.githubstatus.com, then run the same command again: it continues.",
            cause
        );

    public static HotfixException RanOut(FailedAnswer answer, Exception? cause) =>
        new(
            "HF3065",
            $"The credential was accepted before, and was refused when asked to {answer.Call.Doing}; what was done until then stands.",
            $"{answer.Evidence.TrimEnd('.')}. It was asked for once more, and there was no other.",
            "It has run out or was revoked: renew it (gh auth login, or GITHUB_TOKEN), then run the same command again; it continues.",
            cause
        );

    /// <param name="call">What was asked.</param>
    /// <param name="why">What is wrong with the answer, without its values.</param>
    /// <param name="cause">Of the reader; <c>null</c> when the answer was only empty.</param>
    public static HotfixException Unreadable(Call call, string why, Exception? cause = null) =>
        new(
            "HF3017",
            $"GitHub's answer could not be understood when asked to {call.Doing}; {Doubt(call)}.",
            why,
            "Check that the API's address (--github-api-url) is GitHub's REST API and not a web page.",
            cause
        );

    private static string Doubt(Call call) => call.IsWrite ? "whether it was done is not known" : "nothing was changed";

    private static HotfixException Forbidden(FailedAnswer answer, Exception? cause)
    {
        const string UrlMark = "url=";
        if (answer.Header("X-GitHub-SSO") is { } sso && sso.IndexOf(UrlMark, StringComparison.Ordinal) is >= 0 and var at)
        {
            return new HotfixException(
                "HF3005",
                $"The organisation asks for single sign-on before this token may {answer.Call.Doing}; nothing was changed.",
                answer.Evidence,
                $"Authorise the token: {sso[(at + UrlMark.Length)..]}",
                cause
            );
        }

        string needed =
            answer.Header("X-Accepted-GitHub-Permissions") is { } permissions ? $"the permission {permissions}"
            : answer.Header("X-Accepted-OAuth-Scopes") is { } scopes ? $"one of the scopes {scopes} (it has {answer.Header("X-OAuth-Scopes") ?? "none"})"
            : "a permission that it lacks";
        return new HotfixException(
            "HF3004",
            $"This credential may not {answer.Call.Doing}; nothing was changed.",
            $"{answer.Evidence.TrimEnd('.')}. It takes {needed}.",
            $"Give the token {needed}, or use one that has it.",
            cause
        );
    }

    private static HotfixException TooMuch(FailedAnswer answer, RateLimit limit, DateTimeOffset now, Exception? cause)
    {
        string when = limit.Wait is { } wait ? $"after {now + wait:yyyy-MM-dd HH:mm:ss} UTC" : "in a few minutes";
        return limit.IsPrimary
            ? new(
                "HF3006",
                $"The hourly rate limit of this credential is used up; GitHub did not {answer.Call.Doing}.",
                answer.Evidence,
                $"Run the same command again {when}, or with another credential.",
                cause
            )
            : new(
                "HF3007",
                $"GitHub finds that there are too many requests in a short time; it did not {answer.Call.Doing}.",
                answer.Evidence,
                $"Run the same command again {when}.",
                cause
            );
    }
}
