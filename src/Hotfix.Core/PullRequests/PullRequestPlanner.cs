using Hotfix.Core.Branching;
using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Policies;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;

namespace Hotfix.Core.PullRequests;

/// <summary>Plans <c>OpenPR</c>: the branch is pushed, and one open pull request from it says what was measured and tested.</summary>
internal static class PullRequestPlanner
{
    public static PlanResult Plan(HotfixRequest request, Snapshot snapshot)
    {
        HotfixBranch hotfix = snapshot.Hotfix!;
        if (hotfix.Tip is not { } tip || (hotfix.Commits.Count == 0 && snapshot.PullRequest is not { State: PullRequestState.Open }))
            return new PlanResult.Waiting([NoCommitYet(request, snapshot)]);

        SizeReport size = request.Budget.Measure(hotfix.Changes, snapshot.Remote.Product);
        TestEvidence? evidence = Evidence(snapshot, tip);
        Refusal[] refusals = [.. Refusals(request, snapshot, size, evidence)];
        if (refusals.Length > 0)
            return PlanResult.Refuse(refusals);

        var report = new PullRequestReport(request, snapshot, size, evidence!);
        PlanStep[] steps = [.. Steps(request, snapshot, report)];
        return steps.Length > 0
            ? PlanResult.Do(steps, [.. snapshot.OtherPullRequests.Select(Other)])
            : PlanResult.Done($"pull request #{snapshot.PullRequest!.Number} at {snapshot.PullRequest.HeadSha.Short}: {snapshot.PullRequest.Url}");
    }

    public static Wait NoCommitYet(HotfixRequest request, Snapshot snapshot)
    {
        HotfixBranch hotfix = snapshot.Hotfix!;
        string where = hotfix.WorktreePath is { } path && path != snapshot.WorkTree.Root ? $" in {path}" : "";
        string what = snapshot.WorkTree.IsDirty ? $"the changes on {hotfix.Name} are not committed yet" : $"no commit on {hotfix.Name} yet";
        string lane = snapshot is { Lane: Lane.Exceptional, PullRequest: null } ? " --lane exceptional" : "";
        string again =
            (request.Description is null ? "./build.sh Hotfix" : $"./build.sh Hotfix --description \"{ShellText.Quoted(request.Description)}\"") + lane;
        return new Wait(what, $"you: commit the fix and a test that fails without it{where}, then run {again}", IsPerson: true);
    }

    /// <summary>What proves this commit: this run's tests, else what an earlier run wrote into the pull request.</summary>
    public static TestEvidence? Evidence(Snapshot snapshot, CommitSha tip) =>
        snapshot.Evidence is { } own && own.Commit == tip ? own
        : PullRequestReport.ReadEvidence(snapshot.PullRequest?.Body) is { } written && written.Commit == tip ? written
        : null;

    private static IEnumerable<Refusal> Refusals(HotfixRequest request, Snapshot snapshot, SizeReport size, TestEvidence? evidence)
    {
        HotfixBranch hotfix = snapshot.Hotfix!;
        if (snapshot.Settings is { IsArchived: true } or { CanPush: false })
            yield return PullRequestRefusals.CannotPush(snapshot.Settings);

        // A branch that was made by hand has not been asked about yet.
        if (request.Remote is null && snapshot is { PullRequest: null, Settings.ForkOf: { } parent })
            yield return BranchRefusals.Fork(snapshot.Remote, parent);

        if (snapshot.UnreleasableBecause is { } unreleasable)
            yield return unreleasable;

        if (hotfix.Relation == BranchRelation.Diverged)
            yield return BranchRefusals.Diverged(hotfix, snapshot.Remote.Remote);

        if (evidence is null || !evidence.IsGreen)
            yield return PullRequestRefusals.NotTested(hotfix, evidence);

        if (snapshot.SigningFor(request.MergeMethod) is { Unsigned.Count: > 0 } signing)
            yield return SigningPolicy.Unsigned(signing, hotfix, snapshot.Remote.Remote);

        if (!size.IsWithinBudget && request.OverBudgetReason is null && PullRequestReport.ReadReason(snapshot.PullRequest?.Body) is null)
            yield return PullRequestRefusals.OverBudget(size);

        if (snapshot.PullRequest is not { State: PullRequestState.Open } && OddSubjects(request, snapshot) is { Count: > 0 } odd)
        {
            yield return PullRequestRefusals.OddSubjects(
                odd,
                PullRequestReport.Pattern(request, snapshot),
                new PullRequestReport(request, snapshot, size, evidence ?? new TestEvidence(hotfix.Tip!.Value, 0, 0, 0, TimeSpan.Zero)).Title,
                CanSquash(request, snapshot)
            );
        }

        if (
            snapshot.PullRequest is not { State: PullRequestState.Open }
            && snapshot.OtherPullRequests.FirstOrDefault(other => other.BaseBranch == snapshot.BaseBranch) is { } inTheWay
        )
        {
            yield return PullRequestRefusals.InTheWay(inTheWay);
        }

        if (snapshot.PullRequest is { State: PullRequestState.Closed } closed)
            yield return PullRequestRefusals.ClosedUnmerged(closed);

        if (snapshot.PullRequest is { State: PullRequestState.Open } open && open.BaseBranch != snapshot.BaseBranch)
            yield return PullRequestRefusals.OtherBase(open, snapshot.BaseBranch);
    }

    private static IEnumerable<PlanStep> Steps(HotfixRequest request, Snapshot snapshot, PullRequestReport report)
    {
        HotfixBranch hotfix = snapshot.Hotfix!;
        CommitSha tip = hotfix.Tip!.Value;
        if (hotfix.RemoteTip != tip)
            yield return new PlanStep.PushBranch(hotfix.Name, tip, hotfix.RemoteTip);

        if (snapshot.PullRequest is not { State: PullRequestState.Open } open)
        {
            yield return new PlanStep.OpenPullRequest(
                new PullRequestDraft(hotfix.Name, tip, snapshot.BaseBranch, report.Title, report.Body, request.IsDraft, request.Labels, request.Reviewers)
            );
            yield break;
        }

        string body = report.Into(open.Body);
        if (body != open.Body)
            yield return new PlanStep.UpdatePullRequestBody(open.Number, tip, body);

        string[] labels = [.. request.Labels.Except(open.Labels, StringComparer.OrdinalIgnoreCase)];
        if (labels.Length > 0)
            yield return new PlanStep.AddLabels(open.Number, labels);

        // GitHub forgets that a team was asked once a member has answered, and does not say whose member that was.
        bool isReviewed = snapshot.Reviews.Any(review => !string.Equals(review.Author, open.Author, StringComparison.OrdinalIgnoreCase));
        string[] reviewers =
        [
            .. request
                .Reviewers.Except(open.RequestedReviewers, StringComparer.OrdinalIgnoreCase)
                .Except(snapshot.Reviews.Select(review => review.Author), StringComparer.OrdinalIgnoreCase)
                .Where(reviewer => !string.Equals(reviewer, open.Author, StringComparison.OrdinalIgnoreCase) && !(IsTeam(reviewer) && isReviewed)),
        ];
        if (reviewers.Length > 0)
            yield return new PlanStep.RequestReviewers(open.Number, reviewers);
    }

    // Merging and rebasing keep the branch's commits, and release tools read them one by one. A queue takes no subject from us.
    private static IReadOnlyList<CommitSummary> OddSubjects(HotfixRequest request, Snapshot snapshot)
    {
        MergeMethod method = snapshot.MergesBy(request.MergeMethod) ?? request.MergeMethod ?? MergeMethod.Merge;
        bool isNamedByCommit = snapshot.Rules.QueueMethod == MergeMethod.Squash && snapshot is { Hotfix.Commits.Count: 1, Settings.SquashesByTitle: false };
        return (method != MergeMethod.Squash || isNamedByCommit) && PullRequestReport.Pattern(request, snapshot).IsConventional
            ?
            [
                .. snapshot.Hotfix!.Commits.Where(commit =>
                    commit.Parents.Count < 2
                    && !TitlePattern.IsConventionalSubject(commit.Subject)
                    && !commit.Subject.StartsWith("Revert \"", StringComparison.Ordinal)
                ),
            ]
            : [];
    }

    private static bool CanSquash(HotfixRequest request, Snapshot snapshot) =>
        request.MergeMethod is null && snapshot.Rules.QueueMethod is null && snapshot.MergeMethodFor(MergeMethod.Squash) is not null;

    private static string Other(PullRequest other) =>
        $"#{other.Number} of {other.Author} goes from {other.HeadBranch} into {other.BaseBranch}, and is left alone: {(!other.IsForeign ? "this hotfix goes elsewhere" : other.Author.EndsWith("[bot]", StringComparison.Ordinal) ? "the settings do not name that App (--hotfix-app)" : $"{other.Author} may not write here")}";

    private static bool IsTeam(string reviewer) => reviewer.Contains('/', StringComparison.Ordinal);
}
