using Hotfix.Core.Errors;

namespace Hotfix.GitHub.Http;

/// <summary>Where one repository's API is, and what the repository is called there.</summary>
/// <param name="Api">REST, absolute, with a slash at the end: <c>https://api.github.com/</c>, <c>https://HOST/api/v3/</c>.</param>
/// <param name="GraphQL">GraphQL, absolute: <c>https://api.github.com/graphql</c>, <c>https://HOST/api/graphql</c>; always on the host of <paramref name="Api"/>.</param>
/// <param name="Owner">User or organisation.</param>
/// <param name="Name">The repository, without its owner.</param>
public sealed record GitHubAddress(Uri Api, Uri GraphQL, string Owner, string Name)
{
    private const string Dotcom = "github.com";

    /// <summary><c>owner/name</c>.</summary>
    public string FullName => $"{Owner}/{Name}";

    /// <summary>
    /// Finds the address. API: <paramref name="apiUrl"/>, else <c>GITHUB_API_URL</c>, else by the remote's host.
    /// Repository: <paramref name="repository"/>, else <c>GITHUB_REPOSITORY</c>, else by the remote's path.
    /// <c>GITHUB_GRAPHQL_URL</c> counts only on the API's own host, since the credential goes there too.
    /// </summary>
    /// <param name="remoteUrl">As <c>git remote get-url</c> prints it; a user and password in it are ignored and never shown.</param>
    /// <param name="apiUrl"><c>--github-api-url</c>; <c>null</c> or empty when not given.</param>
    /// <param name="repository"><c>--repository</c>, <c>owner/name</c>; <c>null</c> or empty when not given.</param>
    /// <param name="environment">The value of an environment variable; <c>null</c> when it is not set.</param>
    /// <exception cref="HotfixException">HF3001 when the remote is no repository on GitHub; HF3002 when a given address or name cannot be used.</exception>
    public static GitHubAddress Find(string remoteUrl, string? apiUrl, string? repository, Func<string, string?> environment)
    {
        RemoteUrl remote = RemoteUrl.Parse(remoteUrl);
        string? given = FirstOf(apiUrl, environment("GITHUB_API_URL"));
        Uri api = given is null ? ApiOf(remote) : ParseApi(given);
        (string owner, string name) = FirstOf(repository, environment("GITHUB_REPOSITORY")) is { } fullName
            ? ParseFullName(fullName)
            : FullNameOf(remote, isApiGiven: given is not null);
        return new GitHubAddress(api, GraphQLOf(api, environment("GITHUB_GRAPHQL_URL")), owner, name);
    }

    private static string? FirstOf(string? first, string? second) =>
        !string.IsNullOrWhiteSpace(first) ? first.Trim() : !string.IsNullOrWhiteSpace(second) ? second.Trim() : null;

    private static Uri ApiOf(RemoteUrl remote) => remote.Host switch
    {
        "" => throw NoGitHubRepository("It is a path on this machine."),
        // ssh.github.com is GitHub's SSH over the HTTPS port
        Dotcom or "www.github.com" or "ssh.github.com" => new Uri("https://api.github.com/"),
        // GitHub Enterprise Cloud with data residency
        _ when remote.Host.EndsWith(".ghe.com", StringComparison.Ordinal) => new Uri($"https://api.{remote.Host}/"),
        _ => new Uri($"https://{remote.Host}/api/v3/"),
    };

    private static Uri ParseApi(string text) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0 && uri.Query.Length == 0
            ? uri
            : throw new HotfixException(
                "HF3002",
                what: "The address of GitHub's API cannot be used; nothing was changed.",
                why: "It has to be an absolute http or https address without user, password and query.",
                next: "Pass it like --github-api-url https://github.example.com/api/v3, or unset GITHUB_API_URL.");

    private static Uri GraphQLOf(Uri api, string? given)
    {
        if (Uri.TryCreate(given, UriKind.Absolute, out Uri? uri) && uri.Scheme == api.Scheme && uri.Authority == api.Authority)
            return uri;

        bool isEnterpriseServer = api.AbsolutePath.EndsWith("/api/v3/", StringComparison.Ordinal);
        return new Uri(api, isEnterpriseServer ? "../graphql" : "graphql");
    }

    private static (string Owner, string Name) ParseFullName(string text) =>
        text.Split('/') is [var owner, var name] && IsName(owner) && IsName(name)
            ? (owner, name)
            : throw new HotfixException(
                "HF3002",
                what: $"'{text}' names no repository; nothing was changed.",
                why: "A repository is named owner/name, with letters, digits, '-', '_' and '.'.",
                next: "Pass it like --repository octocat/hello-world, or correct GITHUB_REPOSITORY.");

    private static (string Owner, string Name) FullNameOf(RemoteUrl remote, bool isApiGiven)
    {
        bool isLongEnough = isApiGiven ? remote.Segments.Count >= 2 : remote.Segments.Count == 2;
        if (!isLongEnough || !IsName(remote.Segments[^2]) || !IsName(remote.Segments[^1]))
            throw NoGitHubRepository("Its path is not owner/name.");

        return (remote.Segments[^2], remote.Segments[^1]);
    }

    private static bool IsName(string text) =>
        text is not ("" or "." or "..") && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static HotfixException NoGitHubRepository(string why) => new(
        "HF3001",
        what: "The git remote is not a repository on GitHub; nothing was changed.",
        why: why,
        next: "Check 'git remote -v'; name the place with --github-api-url and --repository owner/name.");
}
