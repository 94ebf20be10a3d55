using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;

namespace Hotfix.Core.Plans;

/// <summary>One thing that a run changes. It carries all that is needed to do it, and the sha from which it may be done.</summary>
internal abstract partial record PlanStep
{
    private PlanStep() { }

    /// <summary>One line for people: what will be done, with the values.</summary>
    public abstract string Describe();

    /// <summary>
    /// The parts of a step that makes the head of its pull request itself, and has told of both: a new branch at that commit, and its pull request.
    /// </summary>
    public static (PushBranch Push, OpenPullRequest Open) Propose(PullRequestDraft draft, CommitSha head) =>
        (new PushBranch(draft.HeadBranch, head, ExpectedRemoteTip: null), new OpenPullRequest(draft with { HeadSha = head }));

    private static string Signed(CommitSigning signing) =>
        signing switch
        {
            CommitSigning.Here => ", signed",
            CommitSigning.ByGitHub => ", signed by GitHub",
            _ => "",
        };

    /// <summary>Creates a local branch that does not exist yet.</summary>
    public sealed record CreateBranch(BranchName Branch, CommitSha At) : PlanStep
    {
        /// <summary>Kept as git's own description of the branch (git-branch(1) <c>--edit-description</c>), for the pull request; empty for none.</summary>
        public string Description { get; init; } = "";

        /// <summary>Kept in git's configuration beside it, for the runs before there is a pull request; <c>null</c> where nobody chose.</summary>
        public Lane? Lane { get; init; }

        /// <inheritdoc/>
        public override string Describe() => $"create branch {Branch} at {At.Short}";
    }

    /// <summary>Moves a local branch that only lags behind to a descendant.</summary>
    public sealed record FastForwardBranch(BranchName Branch, CommitSha ExpectedTip, CommitSha To) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"fast-forward branch {Branch} from {ExpectedTip.Short} to {To.Short}";
    }

    /// <summary>Checks a local branch out in the present work tree.</summary>
    public sealed record CheckOutBranch(BranchName Branch, CommitSha ExpectedTip) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"check out {Branch} ({ExpectedTip.Short})";
    }

    /// <summary>Checks a local branch out in a new linked work tree; the present one is left alone.</summary>
    /// <param name="Path">Absolute path that does not exist yet.</param>
    /// <param name="Branch">The branch.</param>
    /// <param name="ExpectedTip">Where the branch is.</param>
    public sealed record AddWorktree(string Path, BranchName Branch, CommitSha ExpectedTip) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"check out {Branch} ({ExpectedTip.Short}) in the worktree {Path}";
    }

    /// <summary>Puts a ready-made fix onto the hotfix branch, which is checked out at <paramref name="Directory"/>.</summary>
    public sealed record ApplyFix(BranchName Branch, CommitSha ExpectedTip, Fix Fix, string Directory) : PlanStep
    {
        /// <summary>How its commits are signed.</summary>
        public CommitSigning Signing { get; init; }

        /// <inheritdoc/>
        public override string Describe() => $"apply {Fix.Describe()} to {Branch} at {ExpectedTip.Short}{Signed(Signing)}";
    }

    /// <summary>Runs the project's tests on exactly this commit.</summary>
    public sealed record RunTests(CommitSha Commit) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"run the tests on {Commit.Short}";
    }

    /// <summary>Pushes one commit to a branch of the remote, never with force.</summary>
    /// <param name="Branch">The branch at the remote.</param>
    /// <param name="Sha">Its new tip.</param>
    /// <param name="ExpectedRemoteTip">Where the remote has it now, an ancestor of <paramref name="Sha"/>; <c>null</c> when the branch must not exist
    /// yet.</param>
    public sealed record PushBranch(BranchName Branch, CommitSha Sha, CommitSha? ExpectedRemoteTip) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() =>
            ExpectedRemoteTip is { } tip ? $"push {Branch} from {tip.Short} to {Sha.Short}" : $"push new branch {Branch} at {Sha.Short}";
    }

    /// <summary>Opens the one pull request.</summary>
    public sealed record OpenPullRequest(PullRequestDraft Draft) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() =>
            $"open {(Draft.IsDraft ? "draft " : "")}pull request '{Draft.Title}': {Draft.HeadBranch} ({Draft.HeadSha.Short}) -> {Draft.BaseBranch}";
    }

    /// <summary>Replaces the part of the pull request's text that this software wrote; people's own words stay.</summary>
    public sealed record UpdatePullRequestBody(int Number, CommitSha HeadSha, string Body) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"update the report in pull request #{Number} for {HeadSha.Short}";
    }

    /// <summary>Adds labels that are missing.</summary>
    public sealed record AddLabels(int Number, IReadOnlyList<string> Labels) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"label #{Number}: {string.Join(", ", Labels)}";
    }

    /// <summary>Asks for reviews that were not asked for yet.</summary>
    public sealed record RequestReviewers(int Number, IReadOnlyList<string> Reviewers) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"ask for a review of #{Number}: {string.Join(", ", Reviewers)}";
    }

    /// <summary>Merges a pull request at exactly the head that was checked and reviewed.</summary>
    public sealed record MergePullRequest(int Number, CommitSha ExpectedHead, MergeMethod Method, string Title) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"merge #{Number} at {ExpectedHead.Short} ({Method.ToString().ToLowerInvariant()})";
    }

    /// <summary>Merges the base branch into the head branch, at GitHub; the new head needs its checks and reviews again.</summary>
    public sealed record UpdateBranch(int Number, CommitSha ExpectedHead, BranchName BaseBranch) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"bring {BaseBranch} into #{Number} at {ExpectedHead.Short}; the new head needs its checks and reviews again";
    }

    /// <summary>Tells GitHub to merge by itself once the rules are met.</summary>
    /// <param name="Number">The pull request.</param>
    /// <param name="NodeId">Its name in GraphQL.</param>
    /// <param name="ExpectedHead">Where its head must be.</param>
    /// <param name="Method">How it shall merge.</param>
    public sealed record ArmAutoMerge(int Number, string NodeId, CommitSha ExpectedHead, MergeMethod Method) : PlanStep
    {
        /// <summary>The merge commit's subject; GitHub's own, which may be a commit's, where it is empty. A rebase has none.</summary>
        public string Headline { get; init; } = "";

        /// <inheritdoc/>
        public override string Describe() => $"arm auto-merge of #{Number} at {ExpectedHead.Short} ({Method.ToString().ToLowerInvariant()})";
    }

    /// <summary>Puts a pull request into the merge queue of its base branch.</summary>
    /// <param name="Number">The pull request.</param>
    /// <param name="NodeId">Its name in GraphQL.</param>
    /// <param name="ExpectedHead">Where its head must be.</param>
    /// <param name="JumpReason">Why it shall go to the front, which GitHub allows to some roles only; <c>null</c> to queue behind the others.</param>
    public sealed record Enqueue(int Number, string NodeId, CommitSha ExpectedHead, string? JumpReason) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() =>
            $"put #{Number} at {ExpectedHead.Short} into the merge queue{(JumpReason is null ? "" : $", in front of the others ({JumpReason})")}";
    }

    /// <summary>Creates an annotated tag at the remote, where no tag of that name may exist.</summary>
    public sealed record CreateTag(ReleaseTag Tag, CommitSha Commit, string Message) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"tag {Commit.Short} as {Tag}{(IsSigned ? ", signed" : "")}";

        /// <summary>Whether it is signed in any case; otherwise git's <c>tag.gpgSign</c> says.</summary>
        public bool IsSigned { get; init; }
    }

    /// <summary>Creates the release of an existing tag as a draft, or takes over the draft that somebody else began, with these notes before theirs.</summary>
    public sealed record DraftRelease(ReleaseTag Tag, CommitSha Commit, string Title, string Notes) : PlanStep
    {
        /// <summary>In our notes: a draft without it was begun by somebody else, such as release-drafter.</summary>
        public static Marker Mark { get; } = new("release-notes");

        /// <inheritdoc/>
        public override string Describe() => $"draft release {Tag}";
    }

    /// <summary>Uploads one file to the draft; the remains of an upload that broke off are replaced.</summary>
    /// <param name="Tag">The release's tag.</param>
    /// <param name="Path">Absolute path of the file.</param>
    /// <param name="Sha256">64 lower-case hex digits of its content.</param>
    /// <param name="Size">Bytes.</param>
    public sealed record UploadAsset(ReleaseTag Tag, string Path, string Sha256, long Size) : PlanStep
    {
        /// <summary>The asset's name.</summary>
        public string Name => System.IO.Path.GetFileName(Path);

        /// <inheritdoc/>
        public override string Describe() => $"upload {Name} ({Size} bytes) to {Tag}";
    }

    /// <summary>Publishes the draft once its assets are as they should be.</summary>
    /// <param name="Tag">The release's tag.</param>
    /// <param name="IsLatest">Sent as <c>make_latest</c>, and read back.</param>
    /// <param name="ExpectedAssets">Names and sizes that the draft must have.</param>
    public sealed record PublishRelease(ReleaseTag Tag, bool IsLatest, IReadOnlyList<UploadAsset> ExpectedAssets) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"publish {Tag}{(IsLatest ? " as latest" : ", not as latest")}";
    }
}
