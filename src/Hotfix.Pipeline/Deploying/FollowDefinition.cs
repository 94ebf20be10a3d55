using Hotfix.Core.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.Merging;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Running;
using Hotfix.Pipeline.Runs;
using Serilog;

namespace Hotfix.Pipeline.Deploying;

/// <summary>Target <c>AwaitDeploy</c>: follows the deployment of one release to production, and starts the team's workflow where that is the answer.</summary>
/// <param name="run">The run.</param>
/// <param name="looked">Which release is meant.</param>
/// <param name="order">What is followed.</param>
internal sealed class FollowDefinition(RunContext run, DeployLooked looked, FollowDefinition.Order order) : Definition<AwaitDeployFacts>
{
    private const int FailureLines = 20;
    private AwaitDeployLook? _look;
    private AwaitDeployFacts? _asked;

    public override bool Waits => true;

    public override async Task<AwaitDeployFacts> LookAsync(CancellationToken cancellationToken)
    {
        Services services = await run.ServicesAsync(cancellationToken);
        _look ??= new AwaitDeployLook(
            new AwaitDeployPorts(services.Deployments, services.Environments, services.Workflows, services.GitReader, services.Variables),
            looked.Remote,
            run.Request.Production
        );
        _asked ??= await AskAsync(services, cancellationToken);
        return await _look.ReadAsync(_asked with { TakenAt = services.Clock.GetUtcNow(), StartedRuns = run.Record.StartedRuns() }, cancellationToken);
    }

    public override PlanResult Plan(AwaitDeployFacts facts) => AwaitDeployPlanner.Plan(facts);

    public override (string Title, IReadOnlyList<BoardRow> Rows) Board(AwaitDeployFacts facts) =>
        ($"{facts.Release} to {facts.Environment}", WaitingBoard.Of(facts.Run?.Jobs ?? []));

    public override bool IsWorthWaiting(AwaitDeployFacts facts, IReadOnlyList<Wait> waits) =>
        !(waits is [var only] && only == AwaitDeployPlanner.WhoDeploys(facts));

    // That a workflow was started is not yet that its run has ended.
    public override Task<Proof> ProveAsync(AwaitDeployFacts facts, IReadOnlyList<Outcome> outcomes, CancellationToken cancellationToken) =>
        Task.FromResult(Proof.NotYet);

    public override HotfixException NoProgress(IReadOnlyList<PlanStep> steps, int looks) =>
        DeployErrors.NotFollowed(steps.OfType<PlanStep.StartDeployWorkflow>().First());

    public override async Task EndedAsync(TargetEnd<AwaitDeployFacts> end, CancellationToken cancellationToken)
    {
        if (end.Found.Count > 0)
            run.Record.Conclusion = end.Facts.Exists || end.Facts.Told.Count > 0 ? $"Deployed: {end.Found[0]}" : end.Found[0];

        if (end.Refusals.Count > 0)
            await ShowFailureAsync(end.Facts, cancellationToken);
    }

    // The last lines of what failed, so that nobody has to open a browser first.
    private async Task ShowFailureAsync(AwaitDeployFacts facts, CancellationToken cancellationToken)
    {
        Services services = await run.ServicesAsync(cancellationToken);
        foreach (WorkflowJob job in facts.Run?.Jobs.Where(job => job.State == RunState.Failed) ?? [])
        {
            foreach (string line in await services.Workflows.ReadFailureAsync(job, FailureLines, cancellationToken))
                Log.Error("{Job:l} | {Line:l}", job.Name, line);
        }
    }

    private async Task<AwaitDeployFacts> AskAsync(Services services, CancellationToken cancellationToken)
    {
        DateTimeOffset now = services.Clock.GetUtcNow();
        PublishedRelease? published = run.Snapshot?.Release?.Release
            ?? (services.GitHub is { } github ? await github.Releases.FindAsync(looked.Release.Tag, cancellationToken) : null);
        return new AwaitDeployFacts
        {
            TakenAt = now,
            Release = looked.Release,
            Environment = run.Request.Production.Environment,
            Since = published?.PublishedAt ?? now,
            Grace = order.Rollback is null ? run.Request.CheckGrace : TimeSpan.Zero,
            Purpose = order.Rollback?.Purpose ?? RunOfRelease.Deploy,
            After = order.Rollback?.After ?? 0,
            Workflow = order.Workflow,
            Inputs = order.Inputs,
            Branch =
                looked.Release.Lane == Lane.Exceptional
                    ? looked.Remote.Conventions.Support.BranchOf(looked.Release.Tag.Version, looked.Remote.Branches.Keys)
                    : looked.Remote.DefaultBranch,
            DefaultBranch = looked.Remote.DefaultBranch,
            CanDeploy = order.CanDeploy,
        };
    }

    /// <summary>What is followed.</summary>
    /// <param name="Workflow">To be started when nothing begins; <c>null</c> for none.</param>
    /// <param name="CanDeploy">Whether this build could deploy by itself.</param>
    /// <param name="Rollback">The rollback that it is for; <c>null</c> right after a release.</param>
    internal sealed record Order(string? Workflow, bool CanDeploy, RollbackRecord? Rollback = null)
    {
        /// <summary>What the workflow is told; <c>null</c> for the tag alone.</summary>
        public IReadOnlyDictionary<string, string>? Inputs { get; init; }
    }
}
