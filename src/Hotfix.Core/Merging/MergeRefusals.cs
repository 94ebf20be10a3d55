using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Merging;

/// <summary>The texts of what <c>AwaitMerge</c> refuses.</summary>
internal static class MergeRefusals
{
    public static Refusal NoPullRequest(BranchName branch) =>
        new(
            "HF4019",
            What: $"There is no pull request from {branch}; nothing was merged.",
            Why: "GitHub lists none, open or closed.",
            Next: "Open it: ./build.sh OpenPR"
        );

    public static Refusal Closed(PullRequest pullRequest) =>
        new(
            "HF4013",
            What: $"Pull request #{pullRequest.Number} was closed without merging; nothing was changed.",
            Why: $"Closed on {pullRequest.ClosedAt:u}: {pullRequest.Url}",
            Next: "Reopen it on that page to go on with it, or start over under a new name with --new."
        );

    public static Refusal HeadMoved(PullRequest pullRequest, HotfixBranch hotfix) =>
        new(
            "HF4037",
            What: $"The head of pull request #{pullRequest.Number} moved to {pullRequest.HeadSha.Short}; nothing was merged.",
            Why: $"What this run looked at and waited for is {hotfix.Tip?.Short}; somebody pushed to {hotfix.Name} since.",
            Next: (pullRequest.AutoMerge is null ? "" : "Auto-merge is armed and may merge it: disarm it on its page. ")
                + "Read what was pushed, and run './build.sh Hotfix' again: it tests that commit, and asks for its checks and reviews."
        );

    public static Refusal Conflict(PullRequest pullRequest, Snapshot snapshot) =>
        new(
            "HF4020",
            What: $"Pull request #{pullRequest.Number} conflicts with {snapshot.BaseBranch}; nothing was merged.",
            Why: $"GitHub answered mergeable=false on {snapshot.ConflictingLooks} looks in a row for head {pullRequest.HeadSha.Short}.",
            Next: $"On {pullRequest.HeadBranch}: git merge {snapshot.Remote.Remote}/{snapshot.BaseBranch}, resolve, commit, and run './build.sh Hotfix' again."
        );

    public static Refusal RedCheck(CheckResult check, PullRequest pullRequest) =>
        new(
            "HF4021",
            What: $"Check '{check.Name}' ended with {check.Detail.Replace('_', ' ')} on {pullRequest.HeadSha.Short}; nothing was merged.",
            Why: check.Summary.Length > 0
                ? $"{check.Summary} {check.Url}".TrimEnd()
                : $"See {(check.Url.Length > 0 ? check.Url : pullRequest.Url + "/checks")}",
            Next: check.Detail is "cancelled" or "stale"
                ? "Nothing says that the fix is wrong: re-run the check on that page, and run './build.sh Hotfix' again."
                : "Fix it with another commit on the hotfix branch and run './build.sh Hotfix' again; if the check is flaky, re-run it on that page first."
        );

    public static Refusal ChangesRequested(Review review, PullRequest pullRequest) =>
        new(
            "HF4022",
            What: $"{review.Author} asked for changes on #{pullRequest.Number}; nothing was merged.",
            Why: $"Review of {review.SubmittedAt:u} on {review.Commit?.Short}: {pullRequest.Url}",
            Next: $"Commit what they ask for on {pullRequest.HeadBranch} and run './build.sh Hotfix' again; {review.Author} then reviews it, or takes the review back."
        );

    public static Refusal NoMethod(MergeMethod? wanted, Snapshot snapshot) =>
        new(
            "HF4026",
            What: wanted is { } method
                ? $"The repository does not allow to {method.ToString().ToLowerInvariant()} pull requests into {snapshot.BaseBranch}; nothing was merged."
                : $"The repository's settings and the rules of {snapshot.BaseBranch} leave no merge method; nothing was merged.",
            Why: $"Settings: {Names(snapshot.Settings?.AllowedMergeMethods)}; rules: {Names(snapshot.Rules.AllowedMergeMethods)}{(snapshot.Rules.RequiresSignatures ? "; signed commits alone, and GitHub signs nothing that it rebases" : "")}.",
            Next: wanted is null ? "An administrator has to allow one of them in the settings." : "Leave --merge-method out, or pass one that both allow."
        );

    public static Refusal RemovedFromQueue(QueueRemoval removal, PullRequest pullRequest) =>
        new(
            "HF4038",
            What: $"Pull request #{pullRequest.Number} was taken out of the merge queue; it is not merged.",
            Why: $"{removal.By ?? "GitHub"} did so at {removal.At:u}: {(removal.Reason.Length > 0 ? removal.Reason : "no reason was given")}.",
            Next: "Correct what that names; './build.sh Hotfix' then puts it into the queue again."
        );

    public static Refusal NoQueue(Snapshot snapshot) =>
        new(
            "HF4039",
            What: $"--jump was given, and {snapshot.BaseBranch} has no merge queue; nothing was merged.",
            Why: "There is no queue to jump.",
            Next: "Leave --jump out: the pull request is merged as soon as its checks and reviews are there."
        );

    public static Refusal NoAutoMerge(Snapshot snapshot) =>
        new(
            "HF4040",
            What: "Auto-merge cannot be armed; nothing was changed.",
            Why: snapshot.Settings is { AllowsAutoMerge: false }
                ? "The repository's settings do not allow it."
                : $"{snapshot.BaseBranch} requires neither a check nor a review, so GitHub would merge at once, whatever state it is in.",
            Next: "Leave --auto-merge out: the run waits, and merges the checked head itself."
        );

    private static string Names(IReadOnlyList<MergeMethod>? methods) =>
        methods is null ? "no limit"
        : methods.Count == 0 ? "none"
        : string.Join(", ", methods.Select(method => method.ToString().ToLowerInvariant()));
}
