using Hotfix.Core.Errors;
using Hotfix.Core.Merging;
using Hotfix.Core.Plans;
using Hotfix.Core.Releasing;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.ForwardPorting;
using Hotfix.Pipeline.Releasing;
using Hotfix.Pipeline.Running;
using Hotfix.Pipeline.Runs;
using Hotfix.Pipeline.Telling;
using Serilog;

namespace Hotfix.Pipeline.Stages;

/// <summary>One of the five stages.</summary>
/// <param name="stage">Which.</param>
/// <param name="run">The run.</param>
/// <param name="teller">Keeps the hotfix's thread.</param>
/// <param name="stages">The looks, which one stage hands on to the next.</param>
internal sealed class StageDefinition(Stage stage, RunContext run, Teller teller, HotfixStages stages) : Definition<Snapshot>
{
    private bool _isToLookAgain = true;

    public override bool Waits => stage is Stage.Merge or Stage.Release;

    public override int MostRepeats => 4;

    public override async Task<Snapshot> LookAsync(CancellationToken cancellationToken)
    {
        Snapshot snapshot = _isToLookAgain ? await stages.LookAgainAsync(cancellationToken) : run.Snapshot!;
        if (_isToLookAgain)
            RequireHotfix(snapshot);

        _isToLookAgain = false;
        Looks looks = await stages.LooksAsync(cancellationToken);
        return run.Snapshot = await looks.ForStageAsync(stage, snapshot, cancellationToken);
    }

    public override PlanResult Plan(Snapshot facts) => HotfixPlanner.Plan(stage, run.Request, facts);

    public override (string Title, IReadOnlyList<BoardRow> Rows) Board(Snapshot facts) => (Title(facts), WaitingBoard.Of(stage, facts));

    public override Task WaitingAsync(Snapshot facts, IReadOnlyList<Wait> waits, CancellationToken cancellationToken) =>
        stage == Stage.Test ? Task.CompletedTask : teller.WaitAsync(facts, waits, cancellationToken);

    // The later stages in outline: what they will find is not known yet.
    public override void Shown(Snapshot facts, PlanResult.Ready ready, bool isRehearsal)
    {
        foreach (Stage later in isRehearsal ? Enum.GetValues<Stage>().Where(later => later > stage) : [])
            Log.Information("later: {Stage:l}", Outline(later));
    }

    public override Task RequireAsync(Snapshot facts, CancellationToken cancellationToken) =>
        stage == Stage.Release ? Provenance.RequireAsync(run, cancellationToken) : Task.CompletedTask;

    public override async Task<Proof> ProveAsync(Snapshot facts, IReadOnlyList<Outcome> outcomes, CancellationToken cancellationToken)
    {
        if (outcomes.All(outcome => StrategyPlanner.IsPreparation(stage, outcome.Step)))
            return Proof.NotYet;

        Looks looks = await stages.LooksAsync(cancellationToken);
        switch (stage)
        {
            case Stage.Merge or Stage.Release:
                Snapshot after = await looks.AfterAsync(stage, facts, cancellationToken);
                bool isOver = Plan(after) is PlanResult.NothingToDo;
                stages.Keep(after, isFresh: isOver);
                return isOver ? Proof.Kept : Proof.NotYet;

            // A branch without a commit is no hotfix yet: the next move is the engineer's.
            case Stage.Branch when run.Settings.Plan.OpensPullRequest:
                stages.Keep(await looks.ReadAsync(LookScope.PullRequest, cancellationToken), isFresh: true);
                return HotfixPlanner.Plan(Stage.Test, run.Request, run.Snapshot!) is PlanResult.Waiting { Waits: var waits }
                    ? Proof.WaitingFor(waits)
                    : Proof.Kept;
            default:
                return Proof.Kept;
        }
    }

    public override void Changed(IReadOnlyList<PlanStep> steps)
    {
        _isToLookAgain = true;
        stages.Changed(steps);
    }

    public override bool IsOfTheMoment(HotfixException refusal) => MergePlanner.IsLookedAtAgain(refusal);

    public override HotfixException NoProgress(IReadOnlyList<PlanStep> steps, int looks) =>
        new(base.NoProgress(steps, looks).Refusal with { What = $"The stage '{stage}' was applied, and yet is not done." });

    public override async Task EndedAsync(TargetEnd<Snapshot> end, CancellationToken cancellationToken)
    {
        if (end.Refusals.Count > 0)
        {
            await RefusedAsync(end.Refusals[0], cancellationToken);
            return;
        }

        // What production has and the base branch has not is written down, whatever ended the run that released it.
        if (stage == Stage.Release && end.IsDone && DebtDefinition.Of(run) is { } debt)
            await new TargetRun(run).ExecuteAsync(debt, cancellationToken);

        await TellAsync(end, cancellationToken);
    }

    private async Task RefusedAsync(Refusal refusal, CancellationToken cancellationToken)
    {
        if (!Waits)
            return;

        await (await stages.LooksAsync(cancellationToken)).ShowFailuresAsync(stage, run.Snapshot!, cancellationToken);
        await teller.TellAsync(run.Snapshot!, seen => seen with { Refusal = refusal }, cancellationToken);
    }

    // Where a later target of this run tells more, what was only found, and a pull request that was just opened, wait for it:
    // each telling is a change of the comment.
    private async Task TellAsync(TargetEnd<Snapshot> end, CancellationToken cancellationToken)
    {
        teller.Note(run.Snapshot!);
        bool isFound = end.Found.Count > 0;
        bool isStarted = stage == Stage.Branch && run.Record.Outcomes.Any(outcome => outcome is { Step: PlanStep.CreateBranch, WasFound: false });
        bool isToldLater =
            run.MayGoOn
            && stage switch
            {
                Stage.PullRequest => run.Settings.Plan.Merges,
                Stage.Merge => isFound && run.Settings.Plan.Releases,
                Stage.Release => isFound && run.Settings.Plan.FollowsDeployment,
                _ => true,
            };
        if (isStarted || !isToldLater && stage is Stage.PullRequest or Stage.Merge or Stage.Release)
            await teller.TellAsync(run.Snapshot!, seen => seen with { IsStarted = isStarted, Waits = run.Record.Waits }, cancellationToken);
    }

    private void RequireHotfix(Snapshot snapshot)
    {
        if (snapshot.Hotfix is not null || stage is Stage.Release or Stage.Test)
            return;

        throw new HotfixException(
            "HF1004",
            what: "Nothing says which hotfix is meant; nothing was changed.",
            why: $"There is no --description, and {(snapshot.WorkTree.Branch is { } branch ? $"'{branch}'" : "no branch")} is checked out, "
                + $"not {run.Request.Conventions.Hotfixes}….",
            next: "Describe the problem in a few words: ./build.sh Hotfix --description \"null ref in checkout\""
        );
    }

    private string Title(Snapshot snapshot) =>
        stage == Stage.Merge && snapshot.PullRequest is { } pullRequest
            ? $"#{pullRequest.Number} {pullRequest.HeadBranch} at {pullRequest.HeadSha.Short} -> {snapshot.BaseBranch}"
            : $"{snapshot.Release?.Commit.Short} on {snapshot.BaseBranch}, before it is tagged";

    private static string Outline(Stage stage) =>
        stage switch
        {
            Stage.Test => "run the tests on the branch's tip",
            Stage.PullRequest => "push the branch and open one pull request",
            Stage.Merge => "wait for required checks and reviews, and merge that very head",
            Stage.Release => "wait for the merge commit's checks, tag it, publish the release",
            _ => stage.ToString(),
        };
}
