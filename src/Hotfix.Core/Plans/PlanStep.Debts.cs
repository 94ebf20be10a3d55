using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Plans;

/// <content>The steps about fixes that have to be carried to the base branch.</content>
internal abstract partial record PlanStep
{
    /// <summary>Opens the issue that stands for a fix until the base branch has it.</summary>
    public sealed record OpenDebt(NewIssue Issue) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"open the issue '{Issue.Title}'{(Issue.Assignees.Count > 0 ? $" for {string.Join(", ", Issue.Assignees)}" : "")}";
    }

    /// <summary>Opens such an issue again, which was closed without proof and without a recorded decision.</summary>
    /// <param name="Number">The issue.</param>
    /// <param name="Comment">Why, under its mark.</param>
    public sealed record ReopenDebt(int Number, MarkedComment Comment) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"open #{Number} again: the fix has not arrived";
    }

    /// <summary>Writes down what was found, and closes the issue.</summary>
    /// <param name="Number">The issue.</param>
    /// <param name="Comment">The evidence or the decision, under its mark.</param>
    /// <param name="WasDone">Whether the fix has arrived; else it is no longer needed.</param>
    public sealed record CloseDebt(int Number, MarkedComment Comment, bool WasDone) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"close #{Number} as {(WasDone ? "completed" : "not planned")}";
    }

    /// <summary>Copies a fix onto a new branch (git-cherry-pick(1) <c>-x</c>, on git objects alone), pushes that, and opens its pull request.</summary>
    /// <param name="Preview">As far as it applies; nothing of a commit that conflicts is written.</param>
    /// <param name="Draft">The pull request; its head is the commit that the branch is made on.</param>
    /// <param name="Note">Message of the empty commit that ends the branch of a conflict.</param>
    public sealed record CarryOver(PickPreview Preview, PullRequestDraft Draft, string Note) : PlanStep
    {
        /// <summary>How its commits are signed.</summary>
        public CommitSigning Signing { get; init; }

        /// <inheritdoc/>
        public override string Describe() =>
            $"carry the fix over to {Draft.HeadBranch} at {Preview.Onto.Short}{Signed(Signing)}, "
            + $"push it, and open the {(Draft.IsDraft ? "draft " : "")}pull request '{Draft.Title}'";
    }

    /// <summary>Writes the one comment of that mark on an issue.</summary>
    public sealed record WriteComment(int Number, MarkedComment Comment) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"write on #{Number}: {Comment.Summary}";
    }
}
