using Hotfix.Core.Errors;
using Hotfix.Git;
using Hotfix.GitHub.Http;

namespace Hotfix.Pipeline.Runs;

/// <summary>
/// Finds the token that belongs to a server: <c>--token</c>, a variable (see <see cref="TokenVariables"/>), else what git's credential helper has
/// for that very host. Never prompts.
/// </summary>
internal sealed class CredentialFinder(ConnectionSettings settings, GitCommandLine git, string remoteUrl, GitHubAddress address)
{
    private readonly IReadOnlyList<string> _variables = TokenVariables.For(address.Server, Environment.GetEnvironmentVariable);

    /// <summary>Whether git has no credential of its own for the remote, and has to be lent the token.</summary>
    public bool IsOnlyKnownHere { get; private set; }

    public HotfixException NoneFound()
    {
        string[] elsewhere = [.. TokenVariables.All.Except(_variables).Where(IsSet)];
        string are = elsewhere.Length == 1 ? "is" : "are";
        string others = elsewhere.Length == 0 ? "" : $" {string.Join(" and ", elsewhere)} {are} set, and made for another host.";
        string variable = _variables[0];
        return new HotfixException(
            "HF3000",
            what: $"No credential for {address.Server.Authority} was found; nothing was changed.",
            why: $"Neither --token, {string.Join(", ", _variables)} nor git's credential helper has one for that host.{others}",
            next: $"Set {variable} (permissions: Contents and Pull requests, read and write), "
                + $"or run: gh auth login --hostname {address.Server.Authority} && gh auth setup-git"
        );
    }

    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        bool isHttp = remoteUrl.StartsWith("http", StringComparison.OrdinalIgnoreCase);
        string? ofGit = (await new GitCredentials(git).FillAsync(isHttp ? remoteUrl : $"{address.Server}{address.FullName}.git", cancellationToken))?.Password;
        settings.Hide(ofGit);
        IsOnlyKnownHere = isHttp && ofGit is null;
        return _variables
            .Select(Environment.GetEnvironmentVariable)
            .Prepend(settings.Token)
            .Append(ofGit)
            .FirstOrDefault(token => !string.IsNullOrWhiteSpace(token))
            ?.Trim();
    }

    public GitAuthentication ForGit(string token, bool isPartialClone) =>
        new(new Uri(remoteUrl).GetLeftPart(UriPartial.Authority), token) { IsForEveryCall = isPartialClone };

    private static bool IsSet(string variable) => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(variable));
}
