using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.Repositories;

/// <summary>The repository as a whole, and who is asking.</summary>
internal sealed class RepositoryCalls(GitHubApi api)
{
    /// <summary>REST: <c>GET /repos/{owner}/{repo}</c>.</summary>
    public async Task<RepositorySettings> ReadAsync(CancellationToken cancellationToken)
    {
        var call = new Call($"read the repository {api.Owner}/{api.Name}", $"repos/{api.Owner}/{api.Name}");
        RepositorySettings settings = (await api.GetAsync<RepositoryAnswer>(call, cancellationToken)).ToSettings();

        // 'permissions' is about a user; what an App may do is not in it. A push that is not allowed is refused all the same.
        return settings.CanPush || await ReadLoginAsync(cancellationToken) is not null ? settings : settings with { CanPush = true };
    }

    /// <summary>An App's token, and GITHUB_TOKEN which is one, has no user: GitHub answers 403.</summary>
    public async Task<string?> ReadLoginAsync(CancellationToken cancellationToken)
    {
        var call = new Call("read whose credential this is", "user");
        try
        {
            return (await api.RunAsync(call, api.Connection.Octokit.User.Current, cancellationToken)).Login;
        }
        catch (HotfixException e) when (GitHubFailure.IsForbidden(e))
        {
            return null;
        }
    }
}
