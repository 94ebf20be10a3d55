using Hotfix.Core.Deploying;
using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Deployments;
using Hotfix.GitHub.Repositories;
using Hotfix.GitHub.Workflows;
using static Hotfix.Core.Deploying.DeploymentOrigin;

namespace Hotfix.Pipeline.Lanes;

/// <summary>Asks every source what production runs.</summary>
/// <param name="deployments">Reads deployments.</param>
/// <param name="variables">Reads variables.</param>
/// <param name="workflows">Reads the runs behind deployments; <c>null</c>: each counts for the commit that GitHub keeps.</param>
internal sealed class ProductionLook(DeploymentCalls deployments, Variables variables, WorkflowCalls? workflows = null)
{
    private const int NewestDeployments = 5;

    /// <summary>One look. A source that is not there, or holds nothing, says nothing.</summary>
    /// <param name="settings">Where to look.</param>
    /// <param name="remote">For the tags.</param>
    /// <param name="health">What a health address answered, with the address; <c>null</c> when none is configured.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<ProductionFacts> ReadAsync(
        ProductionSettings settings,
        RemoteRefs remote,
        (string Address, string Answer)? health,
        CancellationToken cancellationToken
    )
    {
        List<ProductionClaim> claims = [];
        List<string> notes = [];
        bool asksDeployments = settings.Asks(ProductionSource.Deployment);
        IReadOnlyList<Deployment> newest = asksDeployments
            ? await deployments.ListAsync(settings.Environment, sha: null, NewestDeployments, cancellationToken)
            : [];
        Deployment? current = asksDeployments ? await CurrentAsync(settings, remote, (newest, notes), cancellationToken) : null;
        if (current is not null)
            claims.Add(new ProductionClaim(ProductionSource.Deployment, $"deployment {current.Id} to {settings.Environment}", current.Sha.Short, current.Sha));

        claims.AddRange(await new ToldLook(variables).ReadAsync(settings, remote, health, cancellationToken));
        return new ProductionFacts
        {
            Claims = claims,
            Order = settings.Order,
            Notes = notes,
            Tags = remote.Tags,
            NewestRelease = remote.Tags.Where(tag => tag.Release is { Version.IsPrerelease: false }).MaxBy(tag => tag.Release!.Version),
            UnderWay = newest.FirstOrDefault(deployment =>
                deployment.Id > (current?.Id ?? 0)
                && deployment.State is (DeploymentState.Pending or DeploymentState.InProgress)
                && !IsOfAnother(deployment, remote)
            ),
        };
    }

    // The newest success that says what was deployed: of a job that was dispatched, or came by the clock, GitHub keeps the default branch's tip, whatever it
    // deployed.
    private async Task<Deployment?> CurrentAsync(
        ProductionSettings settings,
        RemoteRefs remote,
        (IReadOnlyList<Deployment> Newest, List<string> Notes) seen,
        CancellationToken cancellationToken
    )
    {
        foreach (Deployment deployment in seen.Newest.Where(one => one.State == DeploymentState.Succeeded && !IsOfAnother(one, remote)))
        {
            if (await SayingAsync(deployment, remote, cancellationToken) is { } saying)
                return saying;

            seen.Notes.Add($"deployment {deployment.Id} to {settings.Environment} is that of a job, and does not say what it deployed");
        }

        return
            seen.Notes.Count > 0
            || seen.Newest.Count < NewestDeployments
            || await deployments.FindCurrentAsync(settings.Environment, cancellationToken) is not { } older
            || IsOfAnother(older, remote)
            ? null
            : await SayingAsync(older, remote, cancellationToken);
    }

    private async Task<Deployment?> SayingAsync(Deployment deployment, RemoteRefs remote, CancellationToken cancellationToken)
    {
        Deployment named = DeploymentOrigin.Named(deployment, remote.Tags);
        if (named.NamesItself || workflows is null || DeploymentOrigin.RunOf(deployment.Status?.LogUrl ?? "") is not { } id)
            return named;

        if (await workflows.FindRunAsync(id, cancellationToken) is not { } run || RunOfRelease.SaysWhatItDeploys(run))
            return named;

        RemoteTag? tag = remote
            .Tags.Where(tag => tag.Release is not null && RunOfRelease.Names(run.Title, tag.Name))
            .OrderByDescending(tag => tag.Name.Length)
            .FirstOrDefault();
        return tag is not null ? named with { Sha = tag.Commit, NamesItself = true }
            : remote.Tags.Any(other => other.Commit == deployment.Sha && other.Release is not null) ? named
            : null;
    }
}
