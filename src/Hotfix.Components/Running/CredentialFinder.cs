using Hotfix.Components.Guards;
using Hotfix.Core.Errors;
using Hotfix.Git;
using Hotfix.GitHub.Http;

namespace Hotfix.Components.Running;

/// <summary>Finds the token: <c>--token</c>, <c>GITHUB_TOKEN</c>, <c>GH_TOKEN</c>, else what git's credential helper has for the remote's host. Never prompts.</summary>
internal sealed class CredentialFinder(IHazHotfix build, GitCommandLine git, string remoteUrl)
{
    private string? _ofGit;

    /// <summary>Whether git has no credential of its own for the remote, and has to be lent the token.</summary>
    public bool IsOnlyKnownHere { get; private set; }

    public static HotfixException NoneFound(GitHubAddress address) => new(
        "HF3000",
        what: $"No credential for {address.Api.Host} was found; nothing was changed.",
        why: "Neither --token, GITHUB_TOKEN, GH_TOKEN nor git's credential helper has one.",
        next: "Set GITHUB_TOKEN (permissions: Contents and Pull requests, read and write), or run: gh auth login && gh auth setup-git");

    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        bool isHttp = remoteUrl.StartsWith("http", StringComparison.OrdinalIgnoreCase);
        _ofGit = isHttp ? (await new GitCredentials(git).FillAsync(remoteUrl, cancellationToken))?.Password : null;
        SecretMask.Add(_ofGit);
        MaskingSink.Install();
        IsOnlyKnownHere = isHttp && _ofGit is null;
        return new[] { build.Token, Environment.GetEnvironmentVariable("GITHUB_TOKEN"), Environment.GetEnvironmentVariable("GH_TOKEN"), _ofGit }
            .FirstOrDefault(token => !string.IsNullOrWhiteSpace(token))?.Trim();
    }

    public GitAuthentication ForGit(string token) => new(new Uri(remoteUrl).GetLeftPart(UriPartial.Authority), token);
}
