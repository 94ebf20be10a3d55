using Hotfix.Core.Errors;

namespace Hotfix.GitHub.Http;

/// <summary>Where one repository's API is, and what the repository is called there.</summary>
/// <param name="Api">REST, absolute, with a slash at the end: <c>https://api.github.com/</c>, <c>https://HOST/api/v3/</c>.</param>
/// <param name="GraphQL">GraphQL, absolute: <c>https://api.github.com/graphql</c>, <c>https://HOST/api/graphql</c>; always on the host of
/// <paramref name="Api"/>.</param>
/// <param name="Owner">User or organisation.</param>
/// <param name="Name">The repository, without its owner.</param>
internal sealed record GitHubAddress(Uri Api, Uri GraphQL, string Owner, string Name)
{
    private const string Dotcom = "github.com";
    private const string Tenant = ".ghe.com";

    private const string NotEncrypted = "http:// sends the credential in the clear; it is for this very machine only.";

    /// <summary><c>owner/name</c>.</summary>
    public string FullName => $"{Owner}/{Name}";

    /// <summary>Scheme, host and port of the server whose API this is, as its web pages and its git remotes have them: <c>https://github.com/</c>.</summary>
    public Uri Server => ServerOf(Api);

    /// <summary>
    /// Finds the address. API: <paramref name="apiUrl"/>, else <c>GITHUB_API_URL</c>, else by the remote's host.
    /// Repository: the remote's path; in a job of GitHub Actions, <c>GITHUB_REPOSITORY</c> has to say the same.
    /// <c>GITHUB_GRAPHQL_URL</c> counts only on the API's own host, since the credential goes there too.
    /// </summary>
    /// <param name="remoteUrl">As <c>git remote get-url</c> prints it; a user and password in it are ignored and never shown.</param>
    /// <param name="apiUrl"><c>--github-api-url</c>; <c>null</c> or empty when not given.</param>
    /// <param name="environment">The value of an environment variable; <c>null</c> when it is not set.</param>
    /// <exception cref="HotfixException">
    /// HF3001 when the remote is no repository on GitHub; HF3002 when a given address or name cannot be used; HF3140 when the remote is on another host than
    /// the API; HF3141 when one of them is not encrypted; HF3142 when a job belongs to another repository.
    /// </exception>
    public static GitHubAddress Find(string remoteUrl, string? apiUrl, Func<string, string?> environment)
    {
        RemoteUrl remote = RemoteUrl.Parse(remoteUrl);
        string? given = FirstOf(apiUrl, environment("GITHUB_API_URL"));
        Uri api = given is null ? ApiOf(remote) : ParseApi(given);
        RequireOneHost(remote, api, string.IsNullOrWhiteSpace(apiUrl) ? "GITHUB_API_URL" : "--github-api-url");
        bool isLongPath = given is not null;
        string? ofJob = environment("GITHUB_ACTIONS") == "true" ? FirstOf(environment("GITHUB_REPOSITORY"), null) : null;
        (string Owner, string Name)? job = ofJob is null ? null : ParseFullName(ofJob);
        (string owner, string name) = job is null ? FullNameOf(remote, isLongPath) : TryFullNameOf(remote, isLongPath) ?? job.Value;
        if (job is { } own && !IsSame(own, (owner, name)))
            throw OtherRepository($"{owner}/{name}", $"{own.Owner}/{own.Name}");

        return new GitHubAddress(api, GraphQLOf(api, environment("GITHUB_GRAPHQL_URL")), owner, name);
    }

    /// <summary>Scheme, host and port of the server that an API belongs to; GitHub's own cloud has its API on a host of its own.</summary>
    internal static Uri ServerOf(Uri api)
    {
        bool isCloud =
            api.Host == $"api.{Dotcom}" || (api.Host.StartsWith("api.", StringComparison.Ordinal) && api.Host.EndsWith(Tenant, StringComparison.Ordinal));
        return new Uri(isCloud ? $"{api.Scheme}://{api.Host["api.".Length..]}/" : api.GetLeftPart(UriPartial.Authority) + "/");
    }

    // A host of ssh's may be an alias of its configuration, and no credential of ours goes there; those of GitHub's own cloud are never aliases.
    private static void RequireOneHost(RemoteUrl remote, Uri api, string source)
    {
        if (remote.Http is { Scheme: "http", IsLoopback: false })
            throw InTheClear("The remote's address");

        Uri server = ServerOf(api);
        bool isElsewhere = remote.Http is { } http ? !IsSameHost(http, server) : IsCloudHost(remote.Host) && !IsCloud(remote.Host, server.Host);
        if (isElsewhere)
        {
            throw new HotfixException(
                "HF3140",
                what: $"The git remote is on {remote.Http?.Authority ?? remote.Host}, GitHub's API on {api.Authority}; nothing was changed.",
                why: $"{source} names the API, and what belongs to one host is not shown to another: no credential was sent.",
                next: $"Correct the remote ('git remote -v'), or take {source} away: the API is found by the remote's host."
            );
        }
    }

    // On this very machine a port is no border: whoever listens on one may listen on another.
    private static bool IsSameHost(Uri remote, Uri server) =>
        IsCloud(remote.Host, server.Host) && (remote.Port == server.Port || (remote.IsLoopback && server.IsLoopback));

    // www.github.com and ssh.github.com (SSH over the HTTPS port) are GitHub, too.
    private static bool IsCloud(string host, string server) => server == Dotcom && host is Dotcom or "www.github.com" or "ssh.github.com" || host == server;

    private static bool IsCloudHost(string host) => host is Dotcom or "www.github.com" or "ssh.github.com" || host.EndsWith(Tenant, StringComparison.Ordinal);

    private static bool IsSame((string Owner, string Name) one, (string Owner, string Name) other) =>
        string.Equals(one.Owner, other.Owner, StringComparison.OrdinalIgnoreCase) && string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase);

    private static string? FirstOf(string? first, string? second) =>
        !string.IsNullOrWhiteSpace(first) ? first.Trim()
        : !string.IsNullOrWhiteSpace(second) ? second.Trim()
        : null;

    private static Uri ApiOf(RemoteUrl remote) =>
        remote.Host switch
        {
            "" => throw NoGitHubRepository("It is a path on this machine."),
            // ssh.github.com is GitHub's SSH over the HTTPS port
            Dotcom or "www.github.com" or "ssh.github.com" => new Uri("https://api.github.com/"),
            // GitHub Enterprise Cloud with data residency
            _ when remote.Host.EndsWith(Tenant, StringComparison.Ordinal) => new Uri($"https://api.{remote.Host}/"),
            _ when remote.Http is { IsLoopback: true } http => new Uri($"{http.GetLeftPart(UriPartial.Authority)}/api/v3/"),
            _ => new Uri($"https://{remote.Http?.Authority ?? remote.Host}/api/v3/"),
        };

    private static Uri ParseApi(string text) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out Uri? uri)
        && uri.Scheme is "https" or "http"
        && uri.UserInfo.Length == 0
        && uri.Query.Length == 0
            ? uri is { Scheme: "http", IsLoopback: false }
                ? throw InTheClear("The address of GitHub's API")
                : uri
            : throw new HotfixException(
                "HF3002",
                what: "The address of GitHub's API cannot be used; nothing was changed.",
                why: "It has to be an absolute http or https address without user, password and query.",
                next: "Pass it like --github-api-url https://github.example.com/api/v3, or unset GITHUB_API_URL."
            );

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
                next: "Correct GITHUB_REPOSITORY; the runner sets it by itself."
            );

    private static (string Owner, string Name) FullNameOf(RemoteUrl remote, bool isLongPath) =>
        TryFullNameOf(remote, isLongPath) ?? throw NoGitHubRepository("Its path is not owner/name.");

    private static (string Owner, string Name)? TryFullNameOf(RemoteUrl remote, bool isLongPath)
    {
        bool isLongEnough = isLongPath ? remote.Segments.Count >= 2 : remote.Segments.Count == 2;
        return isLongEnough && IsName(remote.Segments[^2]) && IsName(remote.Segments[^1]) ? (remote.Segments[^2], remote.Segments[^1]) : null;
    }

    private static bool IsName(string text) => text is not ("" or "." or "..") && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static HotfixException NoGitHubRepository(string why) =>
        new(
            "HF3001",
            what: "The git remote is not a repository on GitHub; nothing was changed.",
            why: why,
            next: "Check 'git remote -v': its path has to be owner/name; name GitHub's place with --github-api-url where it is another."
        );

    private static HotfixException InTheClear(string what) =>
        new(
            "HF3141",
            what: $"{what} begins with http://; nothing was changed, and no credential was sent.",
            why: NotEncrypted,
            next: "Use https://, or SSH for the remote: git remote set-url origin https://github.com/owner/name.git"
        );

    private static HotfixException OtherRepository(string remote, string job) =>
        new(
            "HF3142",
            what: $"This job belongs to {job}, and the git remote is {remote}; nothing was changed.",
            why: $"GITHUB_REPOSITORY is {job} and GITHUB_ACTIONS is true: the job's token, its checks and its runs are of that repository.",
            next: $"Check out {job} here, start the workflow in {remote}, or unset GITHUB_ACTIONS where this is no job."
        );
}
