using System.Text.RegularExpressions;

namespace Hotfix.LocalGitHub.Http;

/// <summary>
/// Which permission of an App each route asks for. Source: GitHub's pages "Permissions required for GitHub Apps" and the header
/// <c>X-Accepted-GitHub-Permissions</c>.
/// </summary>
internal static partial class Permissions
{
    private const string Read = "read";
    private const string Write = "write";
    private const string Metadata = "metadata";

    /// <summary>GitHub's words to an App.</summary>
    public const string NotAccessible = "Resource not accessible by integration";

    // The first that fits a method and a path below the repository; several permissions are alternatives. "*" is read for GET, write for all else.
    private static readonly (string Method, Regex Path, string Level, string[] Names)[] Table =
    [
        Row("GET", "", Read, Metadata),
        Row("", "", Write, "administration"),
        Row("GET", "/(collaborators/.*|rules/.*|rulesets.*|immutable-releases.*|branches/[^/]+(/[^/]+)*(?<!/protection)|branches)", Read, Metadata, "contents"),
        Row("GET", "/branches/.*/protection", Read, "administration"),
        Row("", "/immutable-releases", Write, "administration"),
        Row("GET", "/activity", Read, "contents"),
        Row("", "/dispatches", Write, "contents"),
        Row("PUT", "/pulls/[^/]+/merge", Write, "contents"),
        Row("", "/pulls.*", "*", "pull_requests"),
        Row("GET", "/commits/[^/]+/pulls", Read, "pull_requests"),
        Row("", "/commits/.*/check-(runs|suites)", "*", "checks"),
        Row("", "/check-(runs|suites).*", "*", "checks"),
        Row("", "/commits/.*/status(es)?", "*", "statuses"),
        Row("", "/statuses/.*", "*", "statuses"),
        Row("", "/releases/generate-notes", Write, "contents"),
        Row("", "/(git|contents|commits|compare|releases|tags).*", "*", "contents"),
        Row("", "/issues", "*", "issues"),
        Row("", "/(issues|labels).*", "*", "issues", "pull_requests"),
        Row("", "/actions/variables.*", "*", "actions_variables"),
        Row("POST", "/actions/runs/[^/]+/pending_deployments", Write, "deployments"),
        Row("", "/actions/.*", "*", "actions"),
        Row("", "/deployments.*", "*", "deployments"),
        Row("", "/environments/[^/]+/variables.*", "*", "environments"),
        Row("GET", "/environments.*", Read, "actions"),
        Row("", "/environments.*", Write, "administration"),
        Row("GET", "/attestations/.*", Read, "attestations"),
    ];

    // What a mutation of GraphQL asks for.
    private static readonly string[] MutationsOfContents = ["mergePullRequest", "enablePullRequestAutoMerge", "enqueuePullRequest", "dequeuePullRequest"];

    /// <summary>403 in GitHub's words, with what would be enough, unless one of the route's permissions was granted.</summary>
    /// <param name="granted">By name, <c>read</c> or <c>write</c>; every App has <c>metadata</c>.</param>
    /// <param name="method">The request's.</param>
    /// <param name="path">The request's, from the root.</param>
    public static void Require(IReadOnlyDictionary<string, string> granted, string method, string path)
    {
        if (InRepository().Match(path) is not { Success: true } match)
            return;

        (string _, Regex _, string level, string[] names) = Table.FirstOrDefault(row =>
            (row.Method.Length == 0 || row.Method == method) && row.Path.IsMatch(match.Groups["rest"].Value)
        );
        if (names is null)
            throw ApiFailure.With(501, $"Which permission {method} {path} asks for is not known here; nothing was done.");

        string needed = level == "*" ? (method is "GET" or "HEAD" ? Read : Write) : level;
        if (!names.Any(name => Has(granted, name, needed)))
            throw Refused(string.Join("; ", names.Select(name => $"{name}={needed}")));
    }

    /// <summary>Whether it was granted at that level.</summary>
    public static bool Has(IReadOnlyDictionary<string, string> granted, string name, string level) =>
        (name == Metadata && level == Read) || (granted.TryGetValue(name, out string? given) && (given == level || given == Write));

    /// <summary>The permission of a mutation.</summary>
    public static string OfMutation(string name) => MutationsOfContents.Contains(name) ? "contents" : "pull_requests";

    /// <summary>The permission of a field of a repository; <c>null</c> for those that everybody sees who sees the repository.</summary>
    public static string? OfField(string name) =>
        name switch
        {
            "pullRequest" or "pullRequests" => "pull_requests",
            "deployments" => "deployments",
            "release" or "releases" or "object" => "contents",
            "issues" => "issues",
            _ => null,
        };

    private static ApiFailure Refused(string needed) => new(403, ApiFailure.With(403, NotAccessible).Body) { AcceptedPermissions = needed };

    private static (string Method, Regex Path, string Level, string[] Names) Row(string method, string path, string level, params string[] names) =>
        (method, new Regex($"^{path}$", RegexOptions.CultureInvariant), level, names);

    [GeneratedRegex("^/(api/v3/)?repos/[^/]+/[^/]+(?<rest>/.*)?$")]
    private static partial Regex InRepository();
}
