using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Answers;
using Hotfix.GitHub.Mapping;

namespace Hotfix.GitHub;

/// <summary>The repository as a whole, and who is asking.</summary>
internal sealed class Repositories(GitHubApi api)
{
    public async Task<RepositorySettings> ReadAsync(CancellationToken cancellationToken)
    {
        var call = new Call($"read the repository {api.Owner}/{api.Name}", $"repos/{api.Owner}/{api.Name}");
        return (await api.GetAsync<RepositoryAnswer>(call, cancellationToken)).ToSettings();
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
