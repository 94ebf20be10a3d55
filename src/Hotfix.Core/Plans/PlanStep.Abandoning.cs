using Hotfix.Core.Refs;

namespace Hotfix.Core.Plans;

/// <content>The steps of giving a hotfix up.</content>
internal abstract partial record PlanStep
{
    /// <summary>Says why, and closes a pull request that is not merged.</summary>
    /// <param name="Number">The pull request.</param>
    /// <param name="ExpectedHead">Where its head must be.</param>
    /// <param name="Comment">Markdown, written before it is closed.</param>
    public sealed record ClosePullRequest(int Number, CommitSha ExpectedHead, string Comment) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"close #{Number} at {ExpectedHead.Short} with the reason";
    }

    /// <summary>Deletes a branch at the remote, only where it was seen.</summary>
    public sealed record DeleteRemoteBranch(BranchName Branch, CommitSha ExpectedTip) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"delete {Branch} at the remote ({ExpectedTip.Short})";
    }

    /// <summary>Deletes a local branch that is checked out nowhere, only where it was seen.</summary>
    public sealed record DeleteBranch(BranchName Branch, CommitSha ExpectedTip) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"delete {Branch} here ({ExpectedTip.Short})";
    }
}
