using Hotfix.Core.Plans;
using Hotfix.Core.Policies;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Merging;

/// <summary>What a waiting stage has and has not got yet: every check that counts, by name, and the reviews.</summary>
internal static class WaitingBoard
{
    /// <summary>The rows of a stage that waits, <see cref="Stage.Merge"/> or <see cref="Stage.Release"/>; required checks first.</summary>
    public static IReadOnlyList<BoardRow> Of(Stage stage, Snapshot snapshot)
    {
        IReadOnlyList<CheckResult> checks = stage == Stage.Merge ? snapshot.HeadChecks : snapshot.Release?.Checks ?? [];
        IEnumerable<BoardRow> rows = snapshot
            .Rules.RequiredChecks.Select(required => Row(required, checks))
            .Concat(Others(snapshot.Rules.RequiredChecks, checks));
        if (stage == Stage.Release && snapshot.Release is { Runs: [{ Jobs: { Count: > 0 } jobs }, ..] })
            return Of(jobs);

        return stage == Stage.Merge && snapshot.PullRequest is { } pullRequest ? [.. rows, Reviews(snapshot, pullRequest)] : [.. rows];
    }

    /// <summary>The jobs of a workflow run.</summary>
    public static IReadOnlyList<BoardRow> Of(IReadOnlyList<WorkflowJob> jobs) =>
        [
            .. jobs.Select(job => new BoardRow(
                job.Name,
                job.IsOver
                    ? job.State == RunState.Failed
                        ? BoardProgress.Failed
                        : BoardProgress.Done
                    : BoardProgress.Pending,
                $"{job.Detail.Replace('_', ' ')}{(job.Step.Length > 0 ? $" ({job.Step})" : "")}"
            )),
        ];

    // Of one name every result must pass, so the worst of them is the one to show.
    private static BoardRow Row(RequiredCheck required, IReadOnlyList<CheckResult> checks) =>
        checks.Where(check => CheckAssessment.Answers(check, required)).Select(check => Row(check, $"{required.Name} (required)")).MaxBy(row => row.Progress)
        ?? new BoardRow($"{required.Name} (required)", BoardProgress.Pending, "has not reported");

    private static IEnumerable<BoardRow> Others(IReadOnlyList<RequiredCheck> required, IReadOnlyList<CheckResult> checks) =>
        checks.Where(check => !required.Any(name => CheckAssessment.Answers(check, name))).Select(check => Row(check, check.Name));

    private static BoardRow Row(CheckResult check, string subject) =>
        new(
            subject,
            check.State switch
            {
                CheckState.Passed or CheckState.Skipped => BoardProgress.Done,
                CheckState.Failed => BoardProgress.Failed,
                _ => BoardProgress.Pending,
            },
            check.Detail.Replace('_', ' ')
        );

    private static BoardRow Reviews(Snapshot snapshot, PullRequest pullRequest)
    {
        string[] approved = [.. ReviewAssessment.Approving(snapshot.Reviews, pullRequest).Select(review => review.Author)];
        string[] against = [.. ReviewAssessment.Blocking(snapshot.Reviews).Select(review => review.Author)];
        string names = approved.Length > 0 ? $" ({string.Join(", ", approved)})" : "";
        if (against.Length > 0)
            return new BoardRow("reviews", BoardProgress.Failed, $"{string.Join(", ", against)} asked for changes");

        // A rule that cannot be read may ask for more: GitHub's own verdict says whether it is met, and none of ours is made up.
        return snapshot.Rules.Unreadable.Count > 0 && snapshot.Rules.RequiredApprovals == 0
            ? new BoardRow(
                "reviews",
                snapshot.MergeDetail is { ReviewVerdict: "approved" or null } ? BoardProgress.Done : BoardProgress.Pending,
                $"{approved.Length} given{names}; how many are asked for is unknown"
            )
            : new BoardRow(
                "reviews",
                approved.Length >= snapshot.Rules.RequiredApprovals ? BoardProgress.Done : BoardProgress.Pending,
                $"{approved.Length} of {snapshot.Rules.RequiredApprovals} approvals{names}"
            );
    }
}
