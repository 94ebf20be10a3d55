using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Http;

namespace Hotfix.GitHub.Deployments;

/// <summary>Deployments and their statuses. Raw: Octokit's list has no filter, and its model fails on legal payloads.</summary>
internal sealed class DeploymentCalls
{
    private const int PageSize = 100;
    private const int LongestDescription = 140;
    private readonly GitHubApi _api;
    private readonly GitHubConnection _connection;

    /// <summary>The connection stays the caller's.</summary>
    public DeploymentCalls(GitHubConnection connection)
    {
        _api = new GitHubApi(connection);
        _connection = connection;
    }

    /// <inheritdoc cref="GitHubConnection.LookAnew"/>
    public void LookAnew() => _connection.LookAnew();

    /// <summary>
    /// The newest deployments to an environment, newest first, each with its newest status; of one commit when one is named. REST: <c>GET
    /// …/deployments</c> and their statuses.
    /// </summary>
    /// <param name="environment">Its name.</param>
    /// <param name="sha"><c>null</c> for any commit.</param>
    /// <param name="limit">At most so many, 1 to 100; each costs one request.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<IReadOnlyList<Deployment>> ListAsync(string environment, CommitSha? sha, int limit, CancellationToken cancellationToken)
    {
        List<Deployment> found = [];
        foreach (DeploymentAnswer answer in (await ReadPageAsync(environment, sha, cancellationToken)).Take(limit))
            found.Add(await WithStatusAsync(answer.ToDeployment(), cancellationToken));

        return found;
    }

    /// <summary>
    /// What the environment runs: the newest deployment whose newest status is a success, among the newest hundred; <c>null</c> when there is none.
    /// </summary>
    public async Task<Deployment?> FindCurrentAsync(string environment, CancellationToken cancellationToken)
    {
        foreach (DeploymentAnswer answer in await ReadPageAsync(environment, sha: null, cancellationToken))
        {
            Deployment deployment = await WithStatusAsync(answer.ToDeployment(), cancellationToken);
            if (deployment.State == DeploymentState.Succeeded)
                return deployment;
        }

        return null;
    }

    /// <summary>The deployment as it is now; <c>null</c> when it is gone.</summary>
    public async Task<Deployment?> FindAsync(long id, CancellationToken cancellationToken)
    {
        DeploymentAnswer? answer = await _api.FindAsync<DeploymentAnswer>(
            new Call($"read deployment {id}", _api.InRepository($"deployments/{id}")),
            cancellationToken
        );
        return answer is null ? null : await WithStatusAsync(answer.ToDeployment(), cancellationToken);
    }

    /// <summary>
    /// Everything that was reported on a deployment, oldest first, of the newest hundred; the newest alone does not say when it first ran. REST:
    /// <c>GET …/deployments/{id}/statuses</c>.
    /// </summary>
    public async Task<IReadOnlyList<DeploymentStatus>> ListStatusesAsync(long id, CancellationToken cancellationToken)
    {
        var call = new Call($"read what was reported on deployment {id}", _api.InRepository($"deployments/{id}/statuses?per_page={PageSize}"));
        DeploymentStatusAnswer[] statuses = await _api.GetAsync<DeploymentStatusAnswer[]>(call, cancellationToken);
        return [.. statuses.OrderBy(status => status.Id).Select(status => status.ToStatus())];
    }

    /// <summary>
    /// Asks for a deployment, or finds the one of the same environment, commit and correlation id. REST: <c>POST …/deployments</c> without merging
    /// anything.
    /// </summary>
    /// <exception cref="HotfixException">HF3100 when GitHub will not, for the checks of that commit.</exception>
    public async Task<Deployment> CreateAsync(NewDeployment deployment, CancellationToken cancellationToken)
    {
        if (await FindOwnAsync(deployment, cancellationToken) is { } present)
            return present;

        return (
            await LostAnswer.SettleAsync(
                _api.Connection,
                () => RequestAsync(deployment, cancellationToken),
                () => FindOwnAsync(deployment, cancellationToken),
                cancellationToken
            )
        ).Value;
    }

    /// <summary>Reports on a deployment; the newest status that says the same is enough. REST: <c>POST …/deployments/{id}/statuses</c>.</summary>
    /// <param name="id">The deployment.</param>
    /// <param name="status">Its <c>Id</c> and <c>CreatedAt</c> do not count; of the description 140 characters are sent.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<DeploymentStatus> ReportAsync(long id, DeploymentStatus status, CancellationToken cancellationToken)
    {
        var wanted = new DeploymentStatusBody(
            status.State.ToWord(),
            Shorten(status.Description),
            NullIfEmpty(status.LogUrl),
            NullIfEmpty(status.EnvironmentUrl)
        );
        if (await FindSameAsync(id, wanted, cancellationToken) is { } present)
            return present;

        var call = new Call($"report on deployment {id}", _api.InRepository($"deployments/{id}/statuses"), IsWrite: true);
        return (
            await LostAnswer.SettleAsync(
                _api.Connection,
                async () =>
                    new Settled<DeploymentStatus>((await _api.PostAsync<DeploymentStatusAnswer>(call, wanted, cancellationToken)).ToStatus(), WasFound: false),
                () => FindSameAsync(id, wanted, cancellationToken),
                cancellationToken
            )
        ).Value;
    }

    private static string Shorten(string text) => text.Length <= LongestDescription ? text : text[..(LongestDescription - 1)] + "…";

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private async Task<IReadOnlyList<DeploymentAnswer>> ReadPageAsync(string environment, CommitSha? sha, CancellationToken cancellationToken)
    {
        string filter = $"environment={Uri.EscapeDataString(environment)}{(sha is { } commit ? $"&sha={commit}" : "")}&per_page={PageSize}";
        var call = new Call($"list the deployments to {environment}", _api.InRepository($"deployments?{filter}"));
        DeploymentAnswer[] answers = await _api.GetAsync<DeploymentAnswer[]>(call, cancellationToken);
        return [.. answers.Where(answer => answer.Environment == environment).OrderByDescending(answer => answer.Id)];
    }

    private async Task<Deployment> WithStatusAsync(Deployment deployment, CancellationToken cancellationToken) =>
        deployment with
        {
            Status = await FindNewestAsync(deployment.Id, cancellationToken),
        };

    /// <summary>GitHub lists the newest first; ids are compared all the same.</summary>
    private async Task<DeploymentStatus?> FindNewestAsync(long id, CancellationToken cancellationToken)
    {
        var call = new Call($"read the state of deployment {id}", _api.InRepository($"deployments/{id}/statuses?per_page=10"));
        DeploymentStatusAnswer[] statuses = await _api.GetAsync<DeploymentStatusAnswer[]>(call, cancellationToken);
        return statuses.MaxBy(status => status.Id)?.ToStatus();
    }

    private async Task<Settled<Deployment>> RequestAsync(NewDeployment deployment, CancellationToken cancellationToken)
    {
        var call = new Call($"deploy {deployment.Sha.Short} to {deployment.Environment}", _api.InRepository("deployments"), IsWrite: true);
        var body = new NewDeploymentBody(
            deployment.Sha.Value,
            deployment.Environment,
            Shorten(deployment.Description),
            AutoMerge: false,
            deployment.IsProduction,
            deployment.RequiredContexts,
            new DeploymentPayload(deployment.CorrelationId)
        );
        try
        {
            return new Settled<Deployment>((await _api.PostAsync<DeploymentAnswer>(call, body, cancellationToken)).ToDeployment(), WasFound: false);
        }
        catch (HotfixException e) when (GitHubFailure.IsConflict(e))
        {
            throw DeployErrors.NotDeployable(deployment, e);
        }
    }

    private async Task<Deployment?> FindOwnAsync(NewDeployment deployment, CancellationToken cancellationToken)
    {
        DeploymentAnswer? own = (await ReadPageAsync(deployment.Environment, deployment.Sha, cancellationToken)).FirstOrDefault(answer =>
            answer.Sha == deployment.Sha.Value && answer.CorrelationOf() == deployment.CorrelationId
        );
        return own is null ? null : await WithStatusAsync(own.ToDeployment(), cancellationToken);
    }

    private async Task<DeploymentStatus?> FindSameAsync(long id, DeploymentStatusBody wanted, CancellationToken cancellationToken)
    {
        DeploymentStatus? newest = await FindNewestAsync(id, cancellationToken);
        return
            newest is not null
            && newest.Detail == wanted.State
            && newest.Description == wanted.Description
            && newest.LogUrl == (wanted.LogUrl ?? "")
            && newest.EnvironmentUrl == (wanted.EnvironmentUrl ?? "")
            ? newest
            : null;
    }
}
