using System.Globalization;
using Hotfix.Core.Plans;
using Hotfix.Core.Policies;
using Hotfix.Core.PullRequests;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Merging;

/// <summary>Why an open pull request is not merged yet, and who or what clears each reason.</summary>
internal static class MergeWaits
{
    /// <summary>Whether merging goes through a queue, as far as the rules or GitHub's own answer tell.</summary>
    public static bool UsesQueue(Snapshot snapshot) => snapshot.Rules.UsesMergeQueue || snapshot.MergeDetail is { UsesMergeQueue: true };

    /// <summary>Everything else is there; only its place in the queue is missing.</summary>
    public static readonly Wait NotQueued = new("it is not in the merge queue", "this tool, which puts it there", IsPerson: false);

    private const int LooksBeforeItIsQueuedAgain = 5;

    public static IEnumerable<Wait> Of(HotfixRequest request, Snapshot snapshot, PullRequest pullRequest)
    {
        if (snapshot.Hotfix!.Tip is { } tip && pullRequest.HeadSha != tip)
        {
            return
            [
                new Wait(
                    $"the pull request's head is still {pullRequest.HeadSha.Short}, and the branch is at {tip.Short}",
                    "GitHub, in a few seconds after a push",
                    IsPerson: false
                ),
            ];
        }

        Wait[] known = [.. Checks(request, snapshot, pullRequest), .. People(snapshot, pullRequest), .. Mergeability(snapshot, pullRequest)];
        return UsesQueue(snapshot) && known.Length == 0 ? [Queue(snapshot)]
            : known.Length == 0 && Held(snapshot, pullRequest) is { } held ? [held]
            : known;
    }

    private static IEnumerable<Wait> Checks(HotfixRequest request, Snapshot snapshot, PullRequest pullRequest)
    {
        bool isGraceOver = snapshot.WatchingSince is { } since && snapshot.TakenAt - since >= request.CheckGrace;
        foreach (
            Wait wait in CheckAssessment.Waits(snapshot.Rules.RequiredChecks, snapshot.HeadChecks, required =>
                MissingCheck.Explain(required, snapshot, isGraceOver)
            )
        )
        {
            yield return wait;
        }

        if (snapshot.Rules.AreOurs && !IsProven(snapshot, pullRequest))
        {
            yield return new Wait(
                $"no green test or check is known of {pullRequest.HeadSha.Short}, and {snapshot.BaseBranch} has no rules of its own",
                "a check that reports there, or './build.sh OpenPR', which tests it",
                IsPerson: false
            );
        }
        else if (
            snapshot.Rules.RequiredChecks.Count == 0
            && snapshot.HeadChecks.Count == 0
            && PullRequestReport.ReadEvidence(pullRequest.Body)?.Commit != pullRequest.HeadSha
        )
        {
            yield return new Wait("nothing has tested this head", "a check that reports, or './build.sh OpenPR'", IsPerson: true);
        }
    }

    // By this software's own test run, or by any check: a project without tests may have one of those.
    private static bool IsProven(Snapshot snapshot, PullRequest pullRequest) =>
        PullRequestPlanner.Evidence(snapshot, pullRequest.HeadSha) is { IsGreen: true, HasTests: true }
        || snapshot.HeadChecks.Any(check => check.State == CheckState.Passed);

    private static IEnumerable<Wait> People(Snapshot snapshot, PullRequest pullRequest)
    {
        if (ReviewAssessment.Missing(snapshot) is { } review)
        {
            yield return review;
        }
        else if (snapshot.MergeDetail is { ReviewVerdict: "review_required" } && snapshot.Rules.Unreadable.Count > 0)
        {
            yield return new Wait("GitHub wants a review, by a rule that this credential cannot read", $"a reviewer: {pullRequest.Url}", IsPerson: true);
        }

        if (snapshot.Rules.RequiresCodeOwners && snapshot.MergeDetail is { AwaitedCodeOwners: { Count: > 0 } owners })
        {
            yield return new Wait(
                "a code owner of the changed files has not approved",
                $"a review by {string.Join(" or ", owners)}: {pullRequest.Url}",
                IsPerson: true
            );
        }

        if (snapshot.Rules.RequiresResolvedConversations)
        {
            foreach (ReviewConversation open in snapshot.MergeDetail?.Unresolved ?? [])
            {
                yield return new Wait(
                    $"{open.OpenedBy}'s conversation on {open.Path} is not resolved",
                    $"{open.OpenedBy}, or the author, who resolves it: {(open.Url.Length > 0 ? open.Url : pullRequest.Url)}",
                    IsPerson: true
                );
            }
        }

        if (pullRequest.IsDraft)
            yield return new Wait("the pull request is a draft", $"{pullRequest.Author}, who marks it ready for review", IsPerson: true);
    }

    private static IEnumerable<Wait> Mergeability(Snapshot snapshot, PullRequest pullRequest)
    {
        if (pullRequest.IsMergeable is null)
        {
            yield return new Wait("GitHub is computing whether it merges", "GitHub, in a few seconds", IsPerson: false);
        }
        else if (pullRequest.IsMergeable == false)
        {
            yield return new Wait("GitHub sees a conflict", "the next look, which confirms it", IsPerson: false);
        }
        else if (snapshot.CommitsBehind > 0)
        {
            yield return new Wait(
                $"the head lacks {snapshot.CommitsBehind} commits of {snapshot.BaseBranch}, and it has to be up to date",
                "this tool, once it is no draft: it brings them in, and then checks and reviews begin again",
                IsPerson: false
            );
        }
    }

    private static Wait Queue(Snapshot snapshot)
    {
        if (snapshot.MergeDetail?.Queue is not { } entry)
        {
            return snapshot.LooksSinceQueued is > 0 and <= LooksBeforeItIsQueuedAgain
                ? new Wait("it has left the merge queue, and is not merged yet", "GitHub, which shows one before the other", IsPerson: false)
                : NotQueued;
        }

        string estimate = entry.Estimate is { } time ? string.Create(CultureInfo.InvariantCulture, $", about {Math.Ceiling(time.TotalMinutes):0} min") : "";
        return new Wait(
            $"it is number {entry.Position} in the merge queue ({entry.State.Replace('_', ' ')}{estimate})",
            "the queue, which merges it when its turn has come",
            IsPerson: false
        );
    }

    // All that can be seen is there. GitHub's word still counts: the rule behind it may be one that this credential, or this software, does not see.
    private static Wait? Held(Snapshot snapshot, PullRequest pullRequest) =>
        pullRequest.MergeableState switch
        {
            "clean" or "unstable" or "has_hooks" => null,
            "blocked" => new Wait(
                $"GitHub blocks the merge{Reason(snapshot.Rules)}",
                $"whoever can read the rules of {snapshot.BaseBranch}; the page names it: {pullRequest.Url}",
                IsPerson: true
            ),
            "behind" => new Wait(
                $"GitHub calls the head behind {snapshot.BaseBranch}, and it lacks nothing of it",
                "GitHub, in a few seconds",
                IsPerson: false
            ),
            "dirty" => new Wait("GitHub sees a conflict", "the next look, which confirms it", IsPerson: false),
            "draft" => new Wait("GitHub still takes it for a draft", "GitHub, in a few seconds", IsPerson: false),
            "unknown" => new Wait("GitHub has not said yet whether it may be merged", "GitHub, in a few seconds", IsPerson: false),
            var other => new Wait(
                $"GitHub calls the state of this merge '{other}', which is not known here",
                $"whoever knows what that asks for; the page may say it: {pullRequest.Url}",
                IsPerson: true
            ),
        };

    private static string Reason(BranchRules rules)
    {
        string[] names = [.. rules.Unreadable, .. rules.NotJudged.Select(name => $"the rule on {name}")];
        return names.Length > 0 ? $", most likely for {string.Join(" or ", names)}, which is not checked here" : " by a rule that is not visible here";
    }
}
