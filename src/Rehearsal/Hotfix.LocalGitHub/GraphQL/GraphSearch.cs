using System.Globalization;
using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.GraphQL;

/// <summary>The search for merged pull requests of one repository; 501 for every other. As on GitHub, one search gives at most 1,000.</summary>
internal static class GraphSearch
{
    private const int Most = 1000;

    public static async Task<JsonObject> AnswerAsync(ApiRequest request, JsonObject arguments)
    {
        string[] words = (arguments["query"]?.ToString() ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (
            arguments["type"]?.ToString() != "ISSUE"
            || !words.Contains("is:pr")
            || !words.Contains("is:merged")
            || words.FirstOrDefault(word => word.StartsWith("repo:", StringComparison.Ordinal)) is not { } named
        )
        {
            throw ApiFailure.With(501, "The local server's GraphQL searches merged pull requests of one repository: repo:owner/name is:pr is:merged.");
        }

        string[] name = named["repo:".Length..].Split('/', 2);
        HostedRepository? repository = request.Hub.Find(name[0], name[^1]);
        return repository is null || repository.RoleOf(request.User) == Role.None
            ? new JsonObject
            {
                ["__typename"] = "SearchResultItemConnection",
                ["issueCount"] = 0,
                ["nodes"] = new JsonArray(),
                ["pageInfo"] = GraphConnection.Info(0, 0, 0),
            }
            : await repository.ChangeAsync(found => PageAsync(new Viewpoint(request.Address, found, request.User), words, arguments, request.Cancellation));
    }

    // Only the pull requests of the page are looked at closely.
    private static async Task<JsonObject> PageAsync(Viewpoint view, string[] words, JsonObject arguments, CancellationToken cancellationToken)
    {
        PullRequest[] found =
        [
            .. view
                .Repository.PullRequests.Values.Where(pull => pull.Merge is not null && words.All(word => Matches(pull, word)))
                .OrderByDescending(pull => (pull.Issue.CreatedAt, pull.Number)),
        ];
        PullRequest[] given = [.. found.Take(Most)];
        (int from, int until) = GraphConnection.Bounds(arguments, given.Length);
        return new JsonObject
        {
            ["__typename"] = "SearchResultItemConnection",
            ["issueCount"] = found.Length,
            ["pageInfo"] = GraphConnection.Info(from, until, given.Length),
            ["nodes"] = new JsonArray([.. await MergedPullRequests.OfAsync(given[from..until], view, cancellationToken)]),
        };
    }

    private static bool Matches(PullRequest pull, string word) =>
        word.Split(':', 2) switch
        {
            ["is", "pr" or "merged"] or ["repo", _] or ["sort", "created-desc"] => true,
            ["head", var prefix] => pull.HeadBranch.StartsWith(prefix, StringComparison.OrdinalIgnoreCase),
            ["merged", var range] => IsIn(pull.Merge!.At, range),
            ["created", var range] => IsIn(pull.Issue.CreatedAt, range),
            _ => throw ApiFailure.With(501, $"The local server's GraphQL does not know '{word}' in a search."),
        };

    private static bool IsIn(DateTimeOffset time, string range) =>
        range.StartsWith(">=", StringComparison.Ordinal) ? time >= Time(range[2..])
        : range.StartsWith("<=", StringComparison.Ordinal) ? time <= Time(range[2..])
        : throw ApiFailure.With(501, $"The local server's GraphQL knows '>=' and '<=' of a time, not '{range}'.");

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
