using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Policies;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;

namespace Hotfix.Core.Deploying;

/// <summary>Plans <c>Rollback</c>: production runs the last good release again, releases are locked, and what was bad is proposed to be taken back.</summary>
internal static class RollbackPlanner
{
    private const int LargeRevert = 10;
    private const int NamedCommits = 20;

    /// <summary>Which release is left for which; or why that is not known.</summary>
    public static (RollbackRecord? Record, Refusal? Refusal) Choose(RollbackFacts facts)
    {
        if (facts.To is { } asked && facts.Tags.All(tag => tag.Name != asked.Name))
            return (null, RollbackRefusals.NoSuchTag(asked));

        // A lock that is open is a rollback that is under way or done: going on with it never goes back a second time.
        RollbackRecord? begun = Begun(facts);
        if (begun is not null && facts.To == begun.To)
            return (begun, null);

        (RollbackRecord? fresh, Refusal? refusal) = ChooseAnew(facts);
        return begun is null || facts.To is not null ? (fresh, refusal)
            : fresh?.To == begun.To || Ran(facts, begun.To) ? (begun, null)
            : (null, RollbackRefusals.NeverRan(facts, begun));
    }

    /// <summary>The rollback that a lock of ours says is under way; <c>null</c> when none does.</summary>
    public static RollbackRecord? Begun(RollbackFacts facts) => facts.Locks.Select(RollbackRecord.Read).FirstOrDefault(record => record is not null);

    // What nothing was ever deployed to says nothing about what ran there.
    private static bool Ran(RollbackFacts facts, ReleaseTag to) =>
        facts.Newest.Count == 0
        || facts.Newest.Concat(facts.Recorded).Any(deployment => facts.Tags.Any(tag => tag.Name == to.Name && tag.Commit == deployment.Sha));

    private static (RollbackRecord? Record, Refusal? Refusal) ChooseAnew(RollbackFacts facts)
    {
        Deployment[] counted = Counted(facts.Newest);
        Deployment? newest = counted.FirstOrDefault(deployment => deployment.State is not (DeploymentState.Pending or DeploymentState.Inactive));
        ReleaseTag? from = newest is null ? Highest(facts.Tags, below: null) : DeployHistory.TagOf(newest.Sha, facts.Tags);
        ReleaseTag? to = facts.To
            ?? (newest is null ? null : DeployHistory.LastGood(facts.Newest, newest.Sha, facts.Tags))
            ?? (from is null ? null : Highest(facts.Tags, from));
        if (to is null)
            return (null, RollbackRefusals.NothingBefore(facts, from));

        return to == from && newest is not { State: DeploymentState.Failed }
            ? (null, RollbackRefusals.RunsAlready(facts, to))
            : (new RollbackRecord(from, to, facts.Newest.Count > 0 ? facts.Newest[0].Id : 0), null);
    }

    /// <summary>What is to be done for it now.</summary>
    /// <param name="facts">With what was looked at once the two releases were chosen.</param>
    /// <param name="record">The two releases.</param>
    /// <param name="release">The one to go back to, whole.</param>
    public static PlanResult Plan(RollbackFacts facts, RollbackRecord record, DeployableRelease release)
    {
        Refusal[] refusals =
        [
            .. facts.How is null ? [RollbackRefusals.NothingDeploys(facts)] : Array.Empty<Refusal>(),
            .. facts.UnsafeFiles.Count > 0 && facts.Anyway is null && !IsBack(facts, record, release.Commit)
                ? [RollbackRefusals.Unsafe(facts, record)]
                : Array.Empty<Refusal>(),
        ];
        if (refusals.Length > 0)
            return PlanResult.Refuse(refusals);

        PlanStep[] steps = [.. Lock(facts, record), .. Deploy(facts, record, release), .. Revert(facts, record)];
        return steps.Length > 0
            ? PlanResult.Do(steps, [.. Notes(facts)])
            : PlanResult.Done([
                $"{facts.Environment} is back at {release}, releases are locked by #{facts.Locks.First(issue => RollbackRecord.Read(issue) == record).Number}",
                .. Notes(facts),
            ]);
    }

    /// <summary>Whether the rollback's own deployment has ended well, and nothing else was deployed since.</summary>
    public static bool IsBack(RollbackFacts facts, RollbackRecord record, CommitSha commit) =>
        Counted(facts.Newest).FirstOrDefault(deployment => deployment.State is not (DeploymentState.Pending or DeploymentState.Inactive))
            is { State: DeploymentState.Succeeded } newest
        && newest.Sha == commit
        && newest.Id > record.After;

    private static bool IsLocked(RollbackFacts facts, RollbackRecord record) => facts.Locks.Any(issue => RollbackRecord.Read(issue) == record);

    // Where this software deploys, the others are those that GitHub made for jobs: they name the workflow's commit.
    private static Deployment[] Counted(IReadOnlyList<Deployment> newest) =>
        newest.Any(DeploymentOrigin.IsOwn) ? [.. newest.Where(DeploymentOrigin.IsOwn)] : [.. newest];

    private static ReleaseTag? Highest(IReadOnlyList<RemoteTag> tags, ReleaseTag? below) =>
        tags.Select(tag => tag.Release)
            .OfType<ReleaseTag>()
            .Where(tag => !tag.Version.IsPrerelease && (below is null || tag.Version < below.Version))
            .MaxBy(tag => tag.Version);

    private static IEnumerable<PlanStep> Lock(RollbackFacts facts, RollbackRecord record)
    {
        if (!IsLocked(facts, record))
        {
            yield return new PlanStep.LockReleases(
                record.ToLock(facts.Environment, facts.Reason, facts.Anyway, facts.UnsafeFiles),
                facts.Locks.FirstOrDefault(issue => issue.IsOurs && RollbackRecord.LockMarker.IsLineOf(issue.Body))?.Number
            );
        }
    }

    private static IEnumerable<PlanStep> Deploy(RollbackFacts facts, RollbackRecord record, DeployableRelease release)
    {
        if (!IsBack(facts, record, release.Commit))
            yield return new PlanStep.GoBack(facts.Environment, record.From, release, facts.How!);

        if (facts.Verifies is { } how)
            yield return new PlanStep.VerifyEnvironment(facts.Environment, release, how) { Tags = facts.Tags };
    }

    private static IEnumerable<PlanStep> Revert(RollbackFacts facts, RollbackRecord record)
    {
        if (facts.Revert is { PullRequest: null, Preview.ChangesNothing: false } revert && !IsStuck(revert))
            yield return new PlanStep.OpenRevert(revert.Preview, revert.Pushed, Draft(facts, record, revert)) { Signing = SigningPolicy.Of(revert.Signing) };
    }

    // Production goes back all the same.
    private static bool IsStuck(RevertFacts revert) => revert.Pushed is null && SigningPolicy.IsStuck(revert.Signing);

    private static IEnumerable<string> Notes(RollbackFacts facts)
    {
        if (facts.Revert is { PullRequest: null, Preview.ChangesNothing: false } unsigned && IsStuck(unsigned))
        {
            Refusal refusal = SigningPolicy.CannotSign(unsigned.Signing, $"the commit that takes it back on {unsigned.BaseBranch}");
            yield return $"no pull request takes it back: {refusal.What[..refusal.What.IndexOf(';', StringComparison.Ordinal)]}. {refusal.Next}";
            yield break;
        }

        if (facts.Verifies is null)
            yield return "nothing will be verified: there is neither --verify-command nor --verify-url nor --health-url";

        if (facts.Revert is { PullRequest: { } pullRequest })
            yield return $"taking it back is #{pullRequest.Number} ({pullRequest.State.ToString().ToLowerInvariant()}): {pullRequest.Url}";
        else if (facts.Revert is { Preview.ChangesNothing: true } revert)
            yield return $"{revert.BaseBranch} does not have it any more";
        else if (facts.Revert is null)
            yield return "no pull request takes it back: what was left is not one release after the other";
    }

    private static PullRequestDraft Draft(RollbackFacts facts, RollbackRecord record, RevertFacts revert)
    {
        bool conflicts = revert.Preview.Conflicts.Count > 0;
        string body = $"""
            `{facts.Environment}` went back from {record.From} to {record.To}. This takes back on {MarkdownText.Code(
                revert.BaseBranch.Value
            )} what came with {record.From}, so that the next release does not bring it again.

            Reason: {(facts.Reason is null ? "none was given" : MarkdownText.Escape(facts.Reason))}

            {string.Join("\n", revert.Commits.TakeLast(NamedCommits).Select(commit => $"- {commit.Sha} {MarkdownText.Escape(commit.Subject)}"))}{(
                revert.Commits.Count > NamedCommits ? $"\n- and {revert.Commits.Count - NamedCommits} more" : ""
            )}
            {(
                conflicts ? Conflict(record, revert)
                : revert.Commits.Count > LargeRevert ? "\nIt is a draft because it is large: perhaps only a part of it has to go.\n"
                : ""
            )}
            If the fix was carried to another branch, it has to be taken back there as well.
            """;
        return new PullRequestDraft(
            revert.Branch,
            revert.Pushed ?? revert.Preview.Onto,
            revert.BaseBranch,
            revert.Title is { IsConventional: true } ? $"revert: {record.From}" : $"Revert {record.From}",
            body.ReplaceLineEndings("\n"),
            IsDraft: conflicts || revert.Commits.Count > LargeRevert,
            ["hotfix"],
            []
        );
    }

    private static string Conflict(RollbackRecord record, RevertFacts revert) =>
        $"""

            It does not go back by itself: {string.Join(
                ", ",
                revert.Preview.Conflicts.Select(MarkdownText.Code)
            )} changed since. The branch has an empty commit; resolve it by hand:

            ```sh
            git fetch origin && git switch {revert.Branch}
            git diff --binary {record.From} {record.To} | git apply --3way
            git commit -am "Revert {record.From}" && git push
            ```

            """;
}
