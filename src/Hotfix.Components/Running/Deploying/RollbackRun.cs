using Hotfix.Core.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.Lanes;
using Hotfix.Core.Plans;
using Hotfix.Core.Policies;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Telling;
using Hotfix.Pipeline.Deploying;
using Hotfix.Pipeline.Running;

namespace Hotfix.Components.Running.Deploying;

/// <summary>One run of <c>Rollback</c>.</summary>
internal sealed class RollbackRun(IRollback build)
{
    /// <summary>Each costs a request.</summary>
    private const int NewestDeployments = 10;
    private readonly HotfixRun _run = build.Run;
    private readonly DeployRequest _request = DeployRequests.Parse(build);

    private string Environment => _run.Request.Production.Environment;

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        Services services = await _run.ServicesAsync(cancellationToken);
        if (build.Unlock)
        {
            await new Unlocking(_run, services, build.Reason).ExecuteAsync(build.DryRun, cancellationToken);
            return;
        }

        RemoteRefs remote = await services.GitReader.ReadRemoteAsync(_run.Request.Remote, cancellationToken);
        RollbackFacts facts = await LookAsync(services, remote, cancellationToken);
        (RollbackRecord? record, Core.Errors.Refusal? refusal) = RollbackPlanner.Choose(facts);
        if (record is null)
            throw _run.Refuse(refusal!);

        await ExecuteAsync(services, remote, (facts, record), cancellationToken);
    }

    private async Task ExecuteAsync(Services services, RemoteRefs remote, (RollbackFacts Facts, RollbackRecord Record) chosen, CancellationToken cancellationToken)
    {
        (RollbackFacts facts, RollbackRecord record) = chosen;
        RemoteTag tag = remote.Tag(record.To.Name) ?? throw _run.Refuse(RollbackRefusals.NoSuchTag(record.To));
        DeployableRelease release = await DeployLooks.Look(services).DescribeAsync(remote, tag, _run.Request.BaseBranch, cancellationToken);
        var looked = new DeployLooked(remote, await services.GitReader.ReadWorkTreeAsync(cancellationToken), release);
        facts = await CompleteAsync(services, looked, (facts, record), cancellationToken);
        switch (RollbackPlanner.Plan(facts, record, release))
        {
            case PlanResult.Refused refused:
                throw _run.Refuse([.. refused.Refusals]);
            case PlanResult.Ready ready when build.DryRun:
                _run.Rehearse(ready);
                break;
            case PlanResult.Ready ready:
                await ApplyAsync(services, looked, (record, ready), cancellationToken);
                break;
            case PlanResult.NothingToDo done:
                _run.Record.Found(done.Evidence[0]);
                _run.Record.Conclusion = done.Evidence[0];
                break;
        }
    }

    private async Task<RollbackFacts> LookAsync(Services services, RemoteRefs remote, CancellationToken cancellationToken)
    {
        GitHubEnvironment? target = await services.Environments.FindAsync(Environment, cancellationToken);

        // Own steps, unless they would pass by the people who let deployments through.
        string? own = target is { Reviewers.Count: > 0 } && OwnRun.Url.Length == 0 && _request.DeployWorkflow is not null ? null : DeploySteps.Describe(build);
        using var verification = new Verification(_run, _request, Environment);
        var facts = new RollbackFacts
        {
            Environment = Environment,
            Tags = remote.Tags,
            Newest = target is null ? [] : await services.Deployments.ListAsync(Environment, sha: null, NewestDeployments, cancellationToken),
            Locks = await services.Issues.ListAsync(ReleaseGate.LockLabel, includeClosed: false, cancellationToken),
            To = DeployRequests.TagOf("--to", build.To),
            Reason = RequestParser.Reason("--reason", build.Reason),
            Anyway = RequestParser.Reason("--anyway", build.Anyway),
            How = own ?? _request.DeployWorkflow,
            Verifies = verification.How,
        };
        return RollbackPlanner.Begun(facts) is { } begun && remote.Tag(begun.To.Name) is { } named && target is not null
            ? facts with { Recorded = await services.Deployments.ListAsync(Environment, named.Commit, limit: 1, cancellationToken) }
            : facts;
    }

    private async Task<RollbackFacts> CompleteAsync(
        Services services, DeployLooked looked, (RollbackFacts Facts, RollbackRecord Record) chosen, CancellationToken cancellationToken)
    {
        (RollbackFacts facts, RollbackRecord record) = chosen;
        bool isOwn = facts.How is not null && facts.How != _request.DeployWorkflow;
        if (isOwn && await new DeployRun(build).PlanAsync(services, looked, Environment, cancellationToken) is PlanResult.Refused refused)
            throw _run.Refuse([.. refused.Refusals]);

        RevertFacts? revert = await new RevertLook(services.GitReader, services.RequiredGitHubReader, services.Reverting).ReadAsync(looked.Remote, record, cancellationToken);
        return facts with { UnsafeFiles = await UnsafeAsync(services, looked, record, cancellationToken), Revert = revert };
    }

    private static async Task<IReadOnlyList<string>> UnsafeAsync(Services services, DeployLooked looked, RollbackRecord record, CancellationToken cancellationToken)
    {
        if (record.From is null || looked.Remote.Tag(record.From.Name) is not { } from)
            return [];

        await services.GitReader.FetchAsync(looked.Remote, [], [from, looked.Remote.Tag(record.To.Name)!], cancellationToken);
        PathPattern[] patterns = [.. LanePolicy.Default.BlockingPaths.Select(pattern => new PathPattern(pattern))];
        IReadOnlyList<FileChange> changes = await services.GitReader.DiffAsync(looked.Release.Commit, from.Commit, cancellationToken);
        return [.. changes.Select(change => change.Path).Where(path => patterns.Any(pattern => pattern.Matches(path)))];
    }

    private async Task ApplyAsync(Services services, DeployLooked looked, (RollbackRecord Record, PlanResult.Ready Plan) what, CancellationToken cancellationToken)
    {
        RunRecord.Show(what.Plan);
        foreach (PlanStep step in what.Plan.Steps)
        {
            switch (step)
            {
                case PlanStep.LockReleases lockStep:
                    await LockAsync(services, lockStep, cancellationToken);
                    break;
                case PlanStep.GoBack back when !await GoBackAsync(services, looked, (what.Record, back), cancellationToken):
                    return;
                case PlanStep.VerifyEnvironment:
                    await VerifyAsync(looked, cancellationToken);
                    break;
                case PlanStep.OpenRevert revert:
                    await RevertAsync(services, revert, cancellationToken);
                    break;
            }
        }

        _run.Record.Conclusion = OwnCommand.In($"Back: {Environment} runs {looked.Release}; releases are locked until ./build.sh Rollback --unlock");
        await TellAsync(services, looked, what.Record, cancellationToken);
    }

    // The thread is that of the hotfix which production left.
    private async Task TellAsync(Services services, DeployLooked looked, RollbackRecord record, CancellationToken cancellationToken)
    {
        if (record.From is null || looked.Remote.Tag(record.From.Name) is not { } tag)
            return;

        DeployableRelease left = await DeployLooks.Look(services).DescribeAsync(looked.Remote, tag, _run.Request.BaseBranch, cancellationToken);
        await _run.Teller.TellAsync(
            looked with { Release = left },
            seen => seen with { End = ThreadEnd.WentBack, EndReason = RequestParser.Reason("--reason", build.Reason), WentBackTo = record.To, Occurrence = record.Purpose },
            cancellationToken);
    }

    private async Task VerifyAsync(DeployLooked looked, CancellationToken cancellationToken)
    {
        using var verification = new Verification(_run, _request, Environment);
        await verification.VerifyAsync(looked, isRehearsal: false, cancellationToken);
    }

    private async Task LockAsync(Services services, PlanStep.LockReleases step, CancellationToken cancellationToken)
    {
        Issue issue = step.Number is { } number
            ? await services.Issues.UpdateAsync(number, new IssueChange { Title = step.Issue.Title, Body = step.Issue.Marker.On(step.Issue.Body) }, cancellationToken)
            : await services.Issues.CreateAsync(step.Issue, cancellationToken);
        _run.Record.Add(new Outcome(step, $"#{issue.Number} {issue.Url}"));
    }

    private async Task<bool> GoBackAsync(Services services, DeployLooked looked, (RollbackRecord Record, PlanStep.GoBack Step) what, CancellationToken cancellationToken)
    {
        bool isBack = what.Step.How == _request.DeployWorkflow
            ? await new AwaitDeployRun(build).FollowAsync(services, looked, new AwaitDeployRun.Order(_request.DeployWorkflow, what.Record), cancellationToken)
            : await new DeployRun(build).ExecuteAsync(services, looked, Environment, cancellationToken);
        if (isBack)
            _run.Record.Add(new Outcome(what.Step, $"{Environment} runs {looked.Release}"));

        return isBack;
    }

    private async Task RevertAsync(Services services, PlanStep.OpenRevert step, CancellationToken cancellationToken)
    {
        CommitSha head = step.Pushed ?? await services.Reverting.CommitAsync(step.Preview, step.Draft.Title, cancellationToken);
        if (step.Pushed is null)
            _run.Record.Add(await services.GitWriter.ApplyAsync(new PlanStep.PushBranch(step.Draft.HeadBranch, head, ExpectedRemoteTip: null), cancellationToken));

        _run.Record.Add(await services.GitHubWriter.ApplyAsync(new PlanStep.OpenPullRequest(step.Draft with { HeadSha = head }), cancellationToken));
    }
}
