using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.PostMortems;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Lanes;
using Hotfix.Pipeline.Looking;
using Hotfix.Pipeline.PullRequests;
using Hotfix.Pipeline.Releasing;
using Hotfix.Pipeline.Runs;
using Serilog;

namespace Hotfix.Components.Running;

/// <summary>Prints where the hotfix stands; outside one, which are open. Changes nothing, and says what git alone knows when GitHub cannot be asked.</summary>
internal sealed class StatusReport(HotfixRequest request, Services services, RunRecord record)
{
    /// <summary>Each costs a request.</summary>
    private const int MostBranches = 50;

    public async Task PrintAsync(CancellationToken cancellationToken)
    {
        Snapshot snapshot = await LookAsync(cancellationToken);
        record.Snapshot = snapshot;
        if (snapshot.Hotfix is null)
        {
            await PrintOpenAsync(snapshot, cancellationToken);
            return;
        }

        IReadOnlyDictionary<Stage, string> done = HotfixPlanner.Done(request, snapshot);
        foreach (Stage stage in Enum.GetValues<Stage>())
        {
            Log.Information(
                "{Stage,-18:l} {State:l}",
                Name(stage),
                done.TryGetValue(stage, out string? evidence) ? $"done: {evidence}" : Describe(stage, snapshot)
            );
            if (!done.ContainsKey(stage))
                break;
        }
    }

    private async Task<Snapshot> LookAsync(CancellationToken cancellationToken)
    {
        TimeProvider time = services.Clock;
        if (services.GitHub is not { } github)
        {
            Log.Warning("GitHub was not asked: {Reason:l}", services.NoGitHub!.Refusal.ToString());
            return await new SnapshotReader(services.GitReader, null, time).ReadAsync(request, cancellationToken);
        }

        StartLook? start = StartLook.ChoiceOf(request) == LaneChoice.Exceptional ? StartLook.Of(services, request) : null;
        Snapshot snapshot = await new SnapshotReader(services.GitReader, github, time, start) { Seen = services.Remote }.ReadAsync(request, cancellationToken);
        snapshot = snapshot.PullRequest is { State: PullRequestState.Open }
            ? await new PullRequestLook(github, request.RequiredChecks, time).ReadAsync(snapshot, cancellationToken)
            : snapshot;
        return snapshot.Hotfix is null
            ? snapshot
            : await new ReleaseLook(services.GitReader, github, services.Versions, time) { Gate = ReleaseGateLook.Of(services) }.ReadAsync(
                request,
                snapshot,
                cancellationToken
            );
    }

    // What stands in the way is this run's own outcome, too.
    private string Describe(Stage stage, Snapshot snapshot)
    {
        PlanResult result = HotfixPlanner.Plan(stage, request, snapshot);
        record.Waits = (result as PlanResult.Waiting)?.Waits ?? record.Waits;
        record.Refusals = (result as PlanResult.Refused)?.Refusals ?? record.Refusals;
        return result.Describe();
    }

    private async Task PrintOpenAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        BranchName[] branches = [.. snapshot.Remote.Branches.Keys.Where(snapshot.Remote.Conventions.Hotfixes.Fits)];
        foreach (BranchName branch in branches.Take(MostBranches))
            Log.Information("{State:l}", await DescribeAsync(branch, cancellationToken));

        if (branches.Length > MostBranches)
        {
            Log.Information(
                "and {Count} more branches {Prefix:l}*, which were not asked about; delete those that are finished",
                branches.Length - MostBranches,
                snapshot.Remote.Conventions.Hotfixes.Text
            );
        }

        if (branches.Length == 0)
        {
            Log.Information(
                "No hotfix is open. {Base:l} is at {Sha:l}. Start one: {Command:l} Hotfix --description \"…\"",
                snapshot.BaseBranch.Value,
                snapshot.BaseTip.Short,
                OwnCommand.Name
            );
            await PrintLaneAsync(snapshot, cancellationToken);
        }
    }

    // What a new hotfix would be told, before anybody needs it.
    private async Task PrintLaneAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (services.GitHub is null)
            return;

        // Issues are asked for here anyway; this one request goes beside them.
        Task<IReadOnlyList<OverduePostMortem>> postMortems = OverdueAsync(cancellationToken);
        LaneSituation situation = await StartLook
            .Of(services, request)
            .ReadAsync(request with { Lane = LaneChoice.Auto, BaseBranch = null }, snapshot.Remote, snapshot.BaseBranch, cancellationToken);
        if (situation.Advice is { } advice)
        {
            Log.Information(
                "{Lane:l} lane: {Base:l} {State:l}",
                advice.Lane.ToString().ToLowerInvariant(),
                snapshot.BaseBranch.Value,
                advice.Lane == Lane.Standard ? "can be released" : "cannot be released as it is; add --lane exceptional"
            );
        }

        foreach (string line in situation.Advice is null ? situation.Lines : situation.Lines.Where(line => line != situation.Note))
            Log.Information("  {Reason:l}", line);

        foreach (OverduePostMortem overdue in await postMortems)
            Log.Information("overdue: {PostMortem:l}: {Url:l}", overdue.ToString(), overdue.Issue.Url);
    }

    // What a hotfix would be told does not wait for this, and is not lost with it.
    private async Task<IReadOnlyList<OverduePostMortem>> OverdueAsync(CancellationToken cancellationToken)
    {
        try
        {
            return OverduePostMortem.Among(
                await services.Issues.ListAsync(PostMortemRecord.Label, includeClosed: false, cancellationToken),
                TimeProvider.System.GetUtcNow()
            );
        }
        catch (HotfixException e)
        {
            Log.Information("Post-mortems could not be read: {What:l}", e.Refusal.What);
            return [];
        }
    }

    private async Task<string> DescribeAsync(BranchName branch, CancellationToken cancellationToken)
    {
        PullRequest[] all = services.GitHub is { } github
            ? [.. (await github.PullRequests.ListAsync(branch, cancellationToken)).Where(one => !one.IsForeign)]
            : [];
        return all.FirstOrDefault(one => one.State == PullRequestState.Open) is { } open ? $"open: {branch} #{open.Number} {open.Title}: {open.Url}"
            : all.Length == 0 ? $"{branch}: no pull request"
            : all[0].State == PullRequestState.Merged ? $"{branch}: finished, #{all[0].Number} was merged on {all[0].MergedAt:u}"
            : $"{branch}: #{all[0].Number} was closed without merging on {all[0].ClosedAt:u}";
    }

    private static string Name(Stage stage) =>
        stage switch
        {
            Stage.Branch => TargetNames.CreateHotfixBranch,
            Stage.Test => TargetNames.Test,
            Stage.PullRequest => TargetNames.OpenPR,
            Stage.Merge => TargetNames.AwaitMerge,
            _ => TargetNames.Release,
        };
}
