using Hotfix.Core.Conventions;
using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>What one look saw. Immutable; the planner never asks for more.</summary>
internal sealed record Snapshot
{
    /// <summary>When the look was taken.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The clone.</summary>
    public required WorkTree WorkTree { get; init; }

    /// <summary>The remote's refs.</summary>
    public required RemoteRefs Remote { get; init; }

    /// <summary>The branch that the fix goes into.</summary>
    public required BranchName BaseBranch { get; init; }

    /// <summary>Its tip at the remote.</summary>
    public required CommitSha BaseTip { get; init; }

    /// <summary>The lane that the base branch stands for: a support branch is the exceptional one's.</summary>
    public Lane Lane => Remote.Conventions.Support.LineOf(BaseBranch) is null ? Lane.Standard : Lane.Exceptional;

    /// <summary>
    /// Whether a fix that is released from the base branch is still missing on the default branch: from a support line, and where production is
    /// released from <c>main</c> while the default branch is <c>develop</c>.
    /// </summary>
    public bool OwesDefaultBranch => Lane == Lane.Exceptional || (Hotfix is not null && Remote.DefaultBranch is { } main && main != BaseBranch);

    /// <summary>What speaks for and against that lane; <c>null</c> once a pull request says which one it is, and where nobody asked.</summary>
    public LaneSituation? LaneSituation { get; init; }

    /// <summary>The hotfix; <c>null</c> outside one.</summary>
    public HotfixBranch? Hotfix { get; init; }

    /// <summary>The hotfix's pull request: the open one, else the newest; <c>null</c> when none was ever opened.</summary>
    public PullRequest? PullRequest { get; init; }

    /// <summary>Submitted reviews of it, oldest first.</summary>
    public IReadOnlyList<Review> Reviews { get; init; } = [];

    /// <summary>Checks on its head.</summary>
    public IReadOnlyList<CheckResult> HeadChecks { get; init; } = [];

    /// <summary>Check suites of its head; looked at only while a required check has not reported.</summary>
    public IReadOnlyList<CheckSuite> HeadSuites { get; init; } = [];

    /// <summary>Conversations, code owners and the merge queue; <c>null</c> where the rules ask for none of them.</summary>
    public MergeDetail? MergeDetail { get; init; }

    /// <summary>On how many looks since it had been in the queue it was neither there, nor merged, nor taken out: GitHub shows one before the other.</summary>
    public int LooksSinceQueued { get; init; }

    /// <summary>How many commits of the base its head lacks; looked at only where the rules want an up-to-date head, or GitHub calls it behind.</summary>
    public int CommitsBehind { get; init; }

    /// <summary>Who pushed to the head branch last; <c>null</c> when unknown, and where the rules do not ask.</summary>
    public string? LastPusher { get; init; }

    /// <summary>What the base branch demands; <see cref="BranchRules.None"/> until it was looked at.</summary>
    public BranchRules Rules { get; init; } = BranchRules.None;

    /// <summary>The repository's settings; <c>null</c> until a stage needs them.</summary>
    public RepositorySettings? Settings { get; init; }

    /// <summary>Open pull requests of the hotfix's branch that are not the hotfix's: of somebody who is not believed, or into some other branch.</summary>
    public IReadOnlyList<PullRequest> OtherPullRequests { get; init; } = [];

    /// <summary>The repository's own pull request template at the base's tip; <c>null</c> when it has none.</summary>
    public string? Template { get; init; }

    /// <summary>On how many looks in a row GitHub has said that the pull request conflicts.</summary>
    public int ConflictingLooks { get; init; }

    /// <summary>
    /// When the commit whose checks count (the head, then the merge commit) began to be watched: the head when this run first saw it, the merge commit when
    /// it was merged.
    /// </summary>
    public DateTimeOffset? WatchingSince { get; init; }

    /// <summary>How pull requests are titled here, as files and history tell; <c>null</c> when they tell nothing, and where nobody asked.</summary>
    public TitlePattern? FoundTitle { get; init; }

    /// <summary>
    /// Why the merge could not be released, as far as its head tells: its version would be somebody's candidate, or cannot be calculated. <c>null</c> when
    /// nothing is known against it.
    /// </summary>
    public Errors.Refusal? UnreleasableBecause { get; init; }

    /// <summary>What the workflows take that the run would start; those that could not be looked at are missing.</summary>
    public IReadOnlyList<DispatchInputs> Workflows { get; init; } = [];

    /// <summary>The release of the merge commit, or of the base's tip; <c>null</c> until there is a commit to release.</summary>
    public ReleaseSnapshot? Release { get; init; }

    /// <summary>Files of the base's tip that are in the way of untracked ones here; empty when a checkout would overwrite nothing.</summary>
    public IReadOnlyList<string> OverwrittenFiles { get; init; } = [];

    /// <summary>The <c>--fix</c>, understood; <c>null</c> without one, or when it is on the branch already.</summary>
    public Fix? Fix { get; init; }

    /// <summary>Which merged pull request the <c>--fix</c> is, and how it is known, one line; <c>null</c> when it is none.</summary>
    public string? FixOrigin { get; init; }

    /// <summary>Whether commits of the hotfix have to be signed; looked at where some would be made, and before they are pushed.</summary>
    public SigningFacts Signing { get; init; } = SigningFacts.None;

    /// <summary>Test results of this run, by the commit that was tested; <c>null</c> before the tests ran.</summary>
    public TestEvidence? Evidence { get; init; }

    /// <summary>The first method that settings and rules leave, as far as they were read; <c>null</c> when none is left.</summary>
    /// <param name="wanted">The only one that will do; <c>null</c> for any.</param>
    public MergeMethod? MergeMethodFor(MergeMethod? wanted)
    {
        // GitHub cannot sign what it rebases, and does not do it where signatures are asked for.
        IEnumerable<MergeMethod> allowed = (Settings?.AllowedMergeMethods ?? [MergeMethod.Merge]).Where(method =>
            (Rules.AllowedMergeMethods?.Contains(method) ?? true) && !(Rules.RequiresSignatures && method == MergeMethod.Rebase)
        );
        return allowed.Where(method => wanted is null || wanted == method).Select(method => (MergeMethod?)method).FirstOrDefault();
    }

    /// <summary>How it will be merged, as far as that is known: a queue merges as it is set, whatever was asked for.</summary>
    /// <param name="wanted">The only method that will do elsewhere; <c>null</c> for any.</param>
    public MergeMethod? MergesBy(MergeMethod? wanted) => Rules.QueueMethod ?? MergeMethodFor(wanted);

    /// <summary>
    /// What is asked of this hotfix's commits: GitHub signs the one commit of a squash, so that the rule of the base asks nothing of what becomes it.
    /// </summary>
    /// <param name="wanted">How it shall be merged; <c>null</c> as it comes.</param>
    public SigningFacts SigningFor(MergeMethod? wanted) =>
        Signing.AskedBy == BaseBranch && MergesBy(wanted) == MergeMethod.Squash ? SigningFacts.None : Signing;
}
