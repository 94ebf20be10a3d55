using Hotfix.Core.Deploying;
using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Doctoring;
using Hotfix.Pipeline.Lanes;

namespace Hotfix.Pipeline.Deploying;

/// <summary>Looks at production's deployment of one release, and at the run behind it.</summary>
/// <param name="ports">Where to look.</param>
/// <param name="remote">The remote's refs, for tags.</param>
/// <param name="production">What else says what production runs.</param>
internal sealed class AwaitDeployLook(AwaitDeployPorts ports, RemoteRefs remote, ProductionSettings production)
{
    /// <summary>Each costs a request.</summary>
    private const int NewestDeployments = 5;
    private const int NewestRuns = 50;
    private readonly Dictionary<CommitSha, bool> _contains = [];

    /// <summary>Completes what is asked for (release, environment, workflow, patience) with what is there now.</summary>
    public async Task<AwaitDeployFacts> ReadAsync(AwaitDeployFacts asked, CancellationToken cancellationToken)
    {
        AwaitDeployFacts facts = await ReadOnceAsync(asked, cancellationToken);

        // A run that ended between the two reads has recorded what it deployed since the first one.
        if (facts.Run is not { Run.IsOver: true })
            return facts;

        ports.Deployments.LookAnew();
        return await ReadOnceAsync(asked, cancellationToken);
    }

    private async Task<AwaitDeployFacts> ReadOnceAsync(AwaitDeployFacts asked, CancellationToken cancellationToken)
    {
        bool exists = asked.OfCommit.Count > 0 || await ports.Environments.FindAsync(asked.Environment, cancellationToken) is not null;
        if (!exists && asked.Workflow is null && production.Order is null)
            return asked with { Exists = false };

        IReadOnlyList<Deployment> newest = exists
            ?
            [
                .. (await ports.Deployments.ListAsync(asked.Environment, sha: null, NewestDeployments, cancellationToken))
                    .Where(deployment => deployment.Id > asked.After)
                    .Select(Named),
            ]
            : [];
        IReadOnlyList<Deployment> ofCommit = exists ? await OfReleaseAsync(asked, newest, cancellationToken) : [];
        Deployment? current = exists ? await CurrentAsync(asked, newest, cancellationToken) : null;
        IReadOnlyList<ProductionClaim> told = await new ToldLook(ports.Variables).ReadAsync(
            production,
            remote,
            await HealthProbe.WordAsync(production, cancellationToken),
            cancellationToken
        );
        IReadOnlyList<WorkflowRun> runs = asked.Workflow is { } file ? await ports.Workflows.ListRunsAsync(file, NewestRuns, cancellationToken) : [];
        asked = asked with
        {
            Exists = exists,
            Taken = asked.Taken ?? (asked.Workflow is { } started ? await DispatchLook.FindAsync(ports.Git, remote, started, cancellationToken) : null),
            OfCommit = ofCommit,
            Current = current,
            IsContained = current is not null && await ContainsAsync(asked.Release, current.Sha, cancellationToken),
            Told = told,
            Order = production.Order,
            Containing = await ContainingAsync(asked, told, cancellationToken),
            Started = runs.Count(run => RunOfRelease.IsOurs(run, asked.Purpose, asked.Release) || asked.StartedRuns.Contains(run.Id)),
            LastGood = DeployHistory.LastGood(newest, asked.Release.Commit, remote.Tags),
        };
        return asked with { Run = await FollowAsync(asked, newest, runs, cancellationToken) };
    }

    // Those of the commit, and those that name it themselves, whatever commit GitHub keeps for them.
    private async Task<IReadOnlyList<Deployment>> OfReleaseAsync(AwaitDeployFacts asked, IReadOnlyList<Deployment> newest, CancellationToken cancellationToken)
    {
        IReadOnlyList<Deployment> ofCommit = await ports.Deployments.ListAsync(asked.Environment, asked.Release.Commit, NewestDeployments, cancellationToken);
        List<Deployment> found = [];
        foreach (
            Deployment deployment in ofCommit
                .Select(Named)
                .Concat(newest)
                .DistinctBy(deployment => deployment.Id)
                .OrderByDescending(deployment => deployment.Id)
        )
        {
            if (deployment.Id > asked.After && deployment.Sha == asked.Release.Commit && await IsOfReleaseAsync(deployment, asked, cancellationToken))
                found.Add(deployment);
        }

        return found;
    }

    private Deployment Named(Deployment deployment) => DeploymentOrigin.Named(deployment, remote.Tags);

    // The commit that GitHub records for a dispatched run is the one that the workflow file is at.
    private async Task<bool> IsOfReleaseAsync(Deployment deployment, AwaitDeployFacts asked, CancellationToken cancellationToken) =>
        deployment.NamesItself
        || await RunBehindAsync(deployment, cancellationToken) is not { } run
        || asked.StartedRuns.Contains(run.Id)
        || RunOfRelease.Proves(run, deployment.Sha, asked.Release);

    private async Task<Deployment?> CurrentAsync(AwaitDeployFacts asked, IReadOnlyList<Deployment> newest, CancellationToken cancellationToken)
    {
        Deployment? current = newest.FirstOrDefault(deployment => deployment.State == DeploymentState.Succeeded)
            ?? (
                newest.Count < NewestDeployments || asked.After > 0 ? null
                : await ports.Deployments.FindCurrentAsync(asked.Environment, cancellationToken) is { } older ? Named(older)
                : null
            );
        return current is not null && await IsOfReleaseAsync(current, asked, cancellationToken) ? current : null;
    }

    private async Task<IReadOnlySet<CommitSha>> ContainingAsync(
        AwaitDeployFacts asked,
        IReadOnlyList<ProductionClaim> told,
        CancellationToken cancellationToken
    )
    {
        HashSet<CommitSha> containing = [];
        foreach (CommitSha commit in told.Select(claim => claim.Commit).OfType<CommitSha>())
        {
            if (await ContainsAsync(asked.Release, commit, cancellationToken))
                containing.Add(commit);
        }

        return containing;
    }

    private async Task<bool> ContainsAsync(DeployableRelease release, CommitSha commit, CancellationToken cancellationToken)
    {
        if (commit == release.Commit)
            return true;

        if (!_contains.TryGetValue(commit, out bool contains))
            _contains[commit] = contains = await AskGitAsync(release, commit, cancellationToken);

        return contains;
    }

    private async Task<bool> AskGitAsync(DeployableRelease release, CommitSha commit, CancellationToken cancellationToken)
    {
        RemoteTag[] tags = [.. remote.Tags.Where(tag => tag.Commit == commit || tag.Name == release.Tag.Name)];
        BranchName[] branches = remote.DefaultBranch is { } branch && !tags.Any(tag => tag.Commit == commit) ? [branch] : [];
        await ports.Git.FetchAsync(remote, branches, tags, cancellationToken);
        return await ports.Git.ReadTreeAsync(commit, cancellationToken) is not null
            && await ports.Git.IsAncestorAsync(release.Commit, commit, cancellationToken);
    }

    private async Task<FollowedRun?> FollowAsync(
        AwaitDeployFacts asked,
        IReadOnlyList<Deployment> newest,
        IReadOnlyList<WorkflowRun> runs,
        CancellationToken cancellationToken
    )
    {
        WorkflowRun? listed = runs.FirstOrDefault(run => IsFor(run, asked));
        WorkflowRun? run = asked.Newest is { } deployment
            ? await RunBehindAsync(deployment, cancellationToken) ?? (listed?.CreatedAt > deployment.CreatedAt ? listed : null)
            : listed ?? await HeldAsync(asked, newest, cancellationToken);
        if (run is null)
            return null;

        IReadOnlyList<RunGate> gates = run.State == RunState.Waiting ? await ports.Workflows.ListGatesAsync(run.Id, cancellationToken) : [];
        return new FollowedRun(run, await ports.Workflows.ListJobsAsync(run.Id, cancellationToken), gates);
    }

    // A run that is held at the environment has no deployment of ours yet, only GitHub's own, of the workflow's commit.
    private async Task<WorkflowRun?> HeldAsync(AwaitDeployFacts asked, IReadOnlyList<Deployment> newest, CancellationToken cancellationToken)
    {
        foreach (Deployment deployment in newest.Where(one => one.State is DeploymentState.Pending or DeploymentState.InProgress))
        {
            if (await RunBehindAsync(deployment, cancellationToken) is { } run && IsFor(run, asked))
                return run;
        }

        return null;
    }

    // A run that we started is ours by its id, whatever its title says.
    private static bool IsFor(WorkflowRun run, AwaitDeployFacts asked) =>
        asked.StartedRuns.Contains(run.Id)
        || RunOfRelease.IsFor(run, asked.Purpose, asked.Release)
        || (
            asked.Purpose == RunOfRelease.Deploy && WorkflowInputs.CorrelationOf(asked.Taken) is null && RunOfRelease.MayBeFor(run, asked.Release, asked.Since)
        );

    private async Task<WorkflowRun?> RunBehindAsync(Deployment deployment, CancellationToken cancellationToken) =>
        DeploymentOrigin.RunOf(deployment.Status?.LogUrl ?? "") is { } id ? await ports.Workflows.FindRunAsync(id, cancellationToken) : null;
}
