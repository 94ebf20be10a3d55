using Hotfix.Core.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.Lanes;
using Hotfix.Core.Plans;
using Hotfix.Core.Policies;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Telling;
using Hotfix.Pipeline.Applying;
using Hotfix.Pipeline.Running;
using Hotfix.Pipeline.Runs;
using Hotfix.Pipeline.Telling;

namespace Hotfix.Pipeline.Deploying;

/// <summary>Target <c>Rollback</c>: production runs the last good release again.</summary>
/// <param name="run">The run.</param>
/// <param name="teller">Keeps the hotfix's thread.</param>
/// <param name="request">What was asked for.</param>
/// <param name="means">How this build deploys and verifies.</param>
internal sealed class RollbackDefinition(RunContext run, Teller teller, RollbackRequest request, DeployMeans means) : Definition<RollbackLooked>
{
    /// <summary>Each costs a request.</summary>
    private const int NewestDeployments = 10;
    private RollbackLooked? _last;

    /// <summary>The steps that the build does for it.</summary>
    public BuildSteps Steps => means.Steps with { GoBack = GoBackAsync };

    private string Environment => run.Request.Production.Environment;

    public override async Task<RollbackLooked> LookAsync(CancellationToken cancellationToken)
    {
        Services services = await run.ServicesAsync(cancellationToken);
        RemoteRefs remote = await services.GitReader.ReadRemoteAsync(run.Request.Remote, cancellationToken);
        RollbackFacts facts = await ReadAsync(services, remote, cancellationToken);
        (RollbackRecord? record, Refusal? refusal) = RollbackPlanner.Choose(facts);
        if (record is null)
            return new RollbackLooked(facts, null, [refusal!], null);

        if (remote.Tag(record.To.Name) is not { } tag)
            return new RollbackLooked(facts, record, [RollbackRefusals.NoSuchTag(record.To)], null);

        DeployableRelease release = await DeployableLook.Of(services).DescribeAsync(remote, tag, run.Request.BaseBranch, cancellationToken);
        var looked = new DeployLooked(remote, await services.GitReader.ReadWorkTreeAsync(cancellationToken), release);
        return _last = await CompleteAsync(services, new RollbackLooked(facts, record, [], looked), cancellationToken);
    }

    public override PlanResult Plan(RollbackLooked facts) =>
        facts.Refusals.Count > 0 ? new PlanResult.Refused(facts.Refusals) : RollbackPlanner.Plan(facts.Facts, facts.Record!, facts.Release);

    public override async Task EndedAsync(TargetEnd<RollbackLooked> end, CancellationToken cancellationToken)
    {
        if (end.Found.Count > 0)
            run.Record.Conclusion = end.Found[0];

        if (!end.IsDone || end.Outcomes.Count == 0)
            return;

        run.Record.Conclusion = OwnCommand.In($"Back: {Environment} runs {end.Facts.Release}; releases are locked until ./build.sh Rollback --unlock");
        await TellAsync(end.Facts.Looked!, end.Facts.Record!, cancellationToken);
    }

    // With a target of its own, which looks, plans and shows as it always does; null when that stopped the run.
    private async Task<Outcome?> GoBackAsync(PlanStep.GoBack step, CancellationToken cancellationToken)
    {
        (DeployLooked looked, RollbackRecord record) = (_last!.Looked!, _last.Record!);
        var targets = new TargetRun(run, means.Steps);
        var order = new FollowDefinition.Order(means.Workflow, CanDeploy: means.How is not null, record) { Inputs = means.Inputs };
        bool isBack =
            step.How == means.Workflow
                ? (await targets.ExecuteAsync(new FollowDefinition(run, looked, order), cancellationToken)).IsDone
                : (await targets.ExecuteAsync(new DeployDefinition(run, looked, Environment, means.How), cancellationToken)).IsDone;
        return isBack ? new Outcome(step, $"{Environment} runs {step.Release}") : null;
    }

    private async Task<RollbackFacts> ReadAsync(Services services, RemoteRefs remote, CancellationToken cancellationToken)
    {
        GitHubEnvironment? target = await services.Environments.FindAsync(Environment, cancellationToken);

        // Own steps, unless they would pass by the people who let deployments through.
        string? own = target is { Reviewers.Count: > 0 } && OwnRun.Url.Length == 0 && means.Workflow is not null ? null : means.How;
        var facts = new RollbackFacts
        {
            Environment = Environment,
            Tags = remote.Tags,
            Newest = target is null ? [] : await services.Deployments.ListAsync(Environment, sha: null, NewestDeployments, cancellationToken),
            Locks = await services.Issues.ListAsync(ReleaseGate.LockLabel, includeClosed: false, cancellationToken),
            To = request.To,
            Reason = request.Reason,
            Anyway = request.Anyway,
            How = own ?? means.Workflow,
            Verifies = means.Verifies(Environment),
        };
        return RollbackPlanner.Begun(facts) is { } begun && remote.Tag(begun.To.Name) is { } named && target is not null
            ? facts with
            {
                Recorded = await services.Deployments.ListAsync(Environment, named.Commit, limit: 1, cancellationToken),
            }
            : facts;
    }

    private async Task<RollbackLooked> CompleteAsync(Services services, RollbackLooked seen, CancellationToken cancellationToken)
    {
        (DeployLooked looked, RollbackRecord record) = (seen.Looked!, seen.Record!);
        if (seen.Facts.How is { } how && how != means.Workflow)
        {
            var deploying = new DeployDefinition(run, looked, Environment, means.How);
            if (deploying.Plan(await deploying.LookAsync(cancellationToken)) is PlanResult.Refused refused)
                return seen with { Refusals = refused.Refusals };
        }

        RevertFacts? revert = await new RevertLook(services.GitReader, services.RequiredGitHub, services.Reverting()).ReadAsync(
            looked.Remote,
            record,
            cancellationToken
        );
        return seen with { Facts = seen.Facts with { UnsafeFiles = await UnsafeAsync(services, looked, record, cancellationToken), Revert = revert } };
    }

    private static async Task<IReadOnlyList<string>> UnsafeAsync(
        Services services,
        DeployLooked looked,
        RollbackRecord record,
        CancellationToken cancellationToken
    )
    {
        if (record.From is null || looked.Remote.Tag(record.From.Name) is not { } from)
            return [];

        await services.GitReader.FetchAsync(looked.Remote, [], [from, looked.Remote.Tag(record.To.Name)!], cancellationToken);
        PathPattern[] patterns = [.. LanePolicy.Default.BlockingPaths.Select(pattern => new PathPattern(pattern))];
        IReadOnlyList<FileChange> changes = await services.GitReader.DiffAsync(looked.Release.Commit, from.Commit, cancellationToken);
        return [.. changes.Select(change => change.Path).Where(path => patterns.Any(pattern => pattern.Matches(path)))];
    }

    // The thread is that of the hotfix which production left.
    private async Task TellAsync(DeployLooked looked, RollbackRecord record, CancellationToken cancellationToken)
    {
        if (record.From is null || looked.Remote.Tag(record.From.Name) is not { } tag)
            return;

        Services services = await run.ServicesAsync(cancellationToken);
        DeployableRelease left = await DeployableLook.Of(services).DescribeAsync(looked.Remote, tag, run.Request.BaseBranch, cancellationToken);
        await teller.TellAsync(
            looked with
            {
                Release = left,
            },
            story => story with { End = ThreadEnd.WentBack, EndReason = request.Reason, WentBackTo = record.To, Occurrence = record.Purpose },
            cancellationToken
        );
    }
}
