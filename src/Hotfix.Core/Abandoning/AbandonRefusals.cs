using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Abandoning;

/// <summary>The texts of what <c>Abandon</c> refuses.</summary>
internal static class AbandonRefusals
{
    public static Refusal WhichHotfix(Snapshot snapshot) =>
        new(
            "HF4170",
            What: "Nothing says which hotfix is meant; nothing was changed.",
            Why: $"There is no --description, and {(snapshot.WorkTree.Branch is { } branch ? $"'{branch}'" : "no branch")} is checked out, not {snapshot.Remote.Conventions.Hotfixes}….",
            Next: "Name it as it was named when it began: ./build.sh Abandon --description \"null ref in checkout\" --reason \"…\""
        );

    public static Refusal NoReason(HotfixBranch hotfix) =>
        new(
            "HF4171",
            What: $"{hotfix.Name} was not abandoned: there is no --reason; nothing was changed.",
            Why: "Whoever reviews or waits for it reads the reason on the pull request.",
            Next: "Say it in a sentence: --reason \"the provider fixed it\""
        );

    public static Refusal Merged(PullRequest merged) =>
        new(
            "HF4172",
            What: $"#{merged.Number} is merged, so there is nothing to abandon; nothing was changed.",
            Why: $"It became {merged.MergeCommitSha?.Short ?? "part"} of {merged.BaseBranch} on {merged.MergedAt:u}: {merged.Url}",
            Next: "If production must not have it: ./build.sh Rollback; if it is not released yet, revert it on its page."
        );
}
