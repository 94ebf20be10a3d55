using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Plans;

/// <content>The steps of going back, and of giving up.</content>
internal abstract partial record PlanStep
{
    /// <summary>Opens the issue that keeps releases from being made, or writes another rollback into the one that is open.</summary>
    /// <param name="Issue">The issue.</param>
    /// <param name="Number">The one that is open; <c>null</c> for none.</param>
    public sealed record LockReleases(NewIssue Issue, int? Number) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"lock releases: '{Issue.Title}'{(Number is { } number ? $" (#{number})" : "")}";
    }

    /// <summary>Closes an issue that keeps releases from being made.</summary>
    public sealed record UnlockReleases(int Number, string Title) : PlanStep
    {
        /// <summary>What is written on it; <c>null</c> when nobody gave a reason.</summary>
        public MarkedComment? Comment { get; init; }

        /// <inheritdoc/>
        public override string Describe() => $"close #{Number} '{Title}'";
    }

    /// <summary>Deploys an earlier release again.</summary>
    /// <param name="Environment">Where.</param>
    /// <param name="From">What is left; <c>null</c> when it has no release tag.</param>
    /// <param name="Release">What runs then.</param>
    /// <param name="How">The team's steps, or its workflow.</param>
    public sealed record GoBack(string Environment, ReleaseTag? From, DeployableRelease Release, string How) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"go back in {Environment} from {From?.Name ?? "what runs"} to {Release} with {How}";
    }

    /// <summary>Commits, pushes and proposes what takes a release back.</summary>
    /// <param name="Preview">What it gives.</param>
    /// <param name="Pushed">Where an earlier run has pushed it; <c>null</c> when none did.</param>
    /// <param name="Draft">The pull request; its head is the new commit.</param>
    public sealed record OpenRevert(RevertPreview Preview, CommitSha? Pushed, PullRequestDraft Draft) : PlanStep
    {
        /// <summary>How its commit is signed.</summary>
        public CommitSigning Signing { get; init; }

        /// <inheritdoc/>
        public override string Describe() =>
            $"open {(Draft.IsDraft ? "draft " : "")}pull request '{Draft.Title}': {Draft.HeadBranch} -> {Draft.BaseBranch}{Signed(Signing)}{(Preview.Conflicts.Count > 0 ? $", in conflict: {string.Join(", ", Preview.Conflicts)}" : "")}";
    }
}
