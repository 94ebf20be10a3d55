using Hotfix.Core.Deploying;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Deploying;
using Hotfix.Pipeline.Running;

namespace Hotfix.Components.Running.Deploying;

/// <summary>One run of <c>AwaitDeploy</c>.</summary>
internal sealed class AwaitDeployRun(IAwaitDeploy build)
{
    private readonly HotfixRun _run = build.Run;

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        DeployRequest request = DeployRequests.Parse(build);
        Services services = await _run.ServicesAsync(cancellationToken);
        DeployLooked looked = await DeployLooks.FindAsync(_run, request, cancellationToken);
        var order = new Order(request.DeployWorkflow, Rollback: null);
        await _run.Teller.TellAsync(looked, () => FollowAsync(services, looked, order, cancellationToken), seen => seen, cancellationToken);
    }

    /// <summary>Follows the deployment of one release; <c>false</c> when the run stopped for somebody's move.</summary>
    public async Task<bool> FollowAsync(Services services, DeployLooked looked, Order order, CancellationToken cancellationToken)
    {
        var following = new Following(_run, services, isServerBuild: build.IsServerBuild);
        AwaitDeployFacts asked = await AskAsync(services, looked, order, cancellationToken);
        (PlanResult result, AwaitDeployFacts facts) = await following.EndAsync(asked, looked.Remote, build.DryRun, cancellationToken);
        switch (result)
        {
            case PlanResult.NothingToDo done:
                _run.Record.Found(done.Evidence[0]);
                _run.Record.Conclusion = facts.Exists ? $"Deployed: {done.Evidence[0]}" : done.Evidence[0];
                return true;
            case PlanResult.Refused refused:
                await following.ShowFailureAsync(facts, cancellationToken);
                throw _run.Refuse([.. refused.Refusals]);
            case PlanResult.Waiting waiting:
                _run.Stop(waiting.Waits);
                return false;
            case PlanResult.Ready ready:
                _run.Rehearse(ready);
                return false;
            default:
                throw new InvalidOperationException("Not an answer of this planner.");
        }
    }

    private async Task<AwaitDeployFacts> AskAsync(Services services, DeployLooked looked, Order order, CancellationToken cancellationToken)
    {
        DateTimeOffset now = services.Clock.GetUtcNow();
        PublishedRelease? published = _run.Snapshot?.Release?.Release ?? (services.GitHubReader is { } github ? await github.FindReleaseAsync(looked.Release.Tag, cancellationToken) : null);
        return new AwaitDeployFacts
        {
            TakenAt = now,
            Release = looked.Release,
            Environment = _run.Request.Production.Environment,
            Since = published?.PublishedAt ?? now,
            Grace = order.Rollback is null ? _run.Request.CheckGrace : TimeSpan.Zero,
            Purpose = order.Rollback?.Purpose ?? RunOfRelease.Deploy,
            After = order.Rollback?.After ?? 0,
            Workflow = order.Workflow,
            DefaultBranch = looked.Remote.DefaultBranch,
            CanDeploy = build is IDeploy deploy && DeploySteps.Describe(deploy) is not null,
        };
    }

    /// <summary>What is followed.</summary>
    /// <param name="Workflow">To be started when nothing begins; <c>null</c> for none.</param>
    /// <param name="Rollback">The rollback that it is for; <c>null</c> right after a release.</param>
    internal sealed record Order(string? Workflow, RollbackRecord? Rollback);
}
