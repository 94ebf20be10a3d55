using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.GitHub.Http;

namespace Hotfix.GitHub;

/// <summary>What GitHub answered well and we still cannot accept.</summary>
internal static class GitHubErrors
{
    public static HotfixException NotMergeable(int number, string why, Exception? cause = null) =>
        new(
            "HF3009",
            $"GitHub would not merge #{number}; nothing was changed.",
            why,
            "Run './build.sh Status': it names what the merge still waits for, and who clears it.",
            cause
        );

    public static HotfixException HeadMoved(int number, CommitSha expected, CommitSha actual, Exception? cause = null) =>
        new(
            "HF3010",
            $"Pull request #{number} is not at the commit that was checked; it was left as it is.",
            $"Its head is {actual}; the plan expected {expected}.",
            "Look at the new commits, then run the same command again: they are tested and reviewed first.",
            cause
        );

    public static HotfixException NotUpdated(PlanStep.UpdateBranch step) =>
        new(
            "HF3061",
            $"GitHub took it on to bring {step.BaseBranch} into #{step.Number}, and has not done it yet.",
            $"The head is still {step.ExpectedHead}.",
            "Run the same command again in a minute: it looks anew."
        );

    public static HotfixException NotUpdatable(PlanStep.UpdateBranch step, HotfixException refusal) =>
        new(
            "HF3062",
            $"GitHub would not bring {step.BaseBranch} into #{step.Number}; nothing was changed.",
            refusal.Refusal.Why,
            $"Bring it in by hand: git switch the hotfix branch, git merge origin/{step.BaseBranch}, resolve, commit, and run it again.",
            refusal
        );

    public static HotfixException NotInEffect(string doing, string why) =>
        new("HF3063", $"GitHub accepted to {doing}, and yet it did not happen.", why, "Run './build.sh Status', then the same command again: it looks anew.");

    public static HotfixException NoRelease(ReleaseTag tag) =>
        new(
            "HF3019",
            $"There is no release {tag} to work on; nothing was changed.",
            "Neither a draft nor a published release has that tag.",
            "Run './build.sh Release' again: it drafts it first."
        );

    public static HotfixException Sealed(ReleaseTag tag, string why) =>
        new(
            "HF3020",
            $"Release {tag} is published without what belongs to it; it was left as it is.",
            why,
            "Release the next patch version (--version); never delete and tag again, since the tag's name may be used up."
        );

    public static HotfixException WrongAssets(ReleaseTag tag, string why) =>
        new(
            "HF3021",
            $"The draft of {tag} does not have the assets that it should; it was not published.",
            why,
            "Run './build.sh Release' again: what is broken or missing is uploaded."
        );

    public static HotfixException WrongLatest(PlanStep.PublishRelease step, string? latest) =>
        new(
            "HF3022",
            $"Release {step.Tag} is published, but GitHub's latest release is {(latest is null ? "none" : $"'{latest}'")}.",
            $"The plan was to publish it {(step.IsLatest ? "as latest" : "without making it the latest")}.",
            step.IsLatest ? $"Look who published meanwhile, then: gh release edit {step.Tag} --latest" : $"Name the right one: gh release edit <tag> --latest"
        );

    public static HotfixException ForeignUploadHost(ReleaseTag tag, string host) =>
        new(
            "HF3023",
            $"Nothing was uploaded to {tag}.",
            $"GitHub named the host '{host}' for uploads, which is not the API's; the credential is not sent there.",
            "Check the API's address (--github-api-url)."
        );

    public static HotfixException FileChanged(PlanStep.UploadAsset step, string why) =>
        new(
            "HF3024",
            $"{step.Name} is not the file that was planned; it was not uploaded.",
            why,
            "Run './build.sh Release' again: it plans with the file as it is now."
        );

    public static HotfixException ActionsMayNotOpen(BranchName head, GitHubAddress address, HotfixException cause) =>
        new(
            "HF3072",
            $"No pull request was opened from {head}: a setting of the repository forbids that to the token of GitHub Actions. What was pushed stands.",
            cause.Refusal.Why,
            $"An administrator of {address.FullName} allows it: Settings, Actions, General, Workflow permissions, 'Allow GitHub Actions to create and approve pull requests' (of the organisation first, where that is greyed out); "
                + "or let an App or a person open it: the secret that the workflow passes as GITHUB_TOKEN.",
            cause.InnerException
        );
}
