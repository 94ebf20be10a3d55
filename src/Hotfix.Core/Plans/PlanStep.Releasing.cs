using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Plans;

/// <content>The steps of releases that others make.</content>
internal abstract partial record PlanStep
{
    /// <summary>Starts the team's release workflow for one commit; a run with the same correlation id is found, not started again.</summary>
    public sealed record StartRelease(WorkflowDispatch Workflow, CommitSha Commit) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"start {Workflow.File} on {Workflow.Branch} for {Commit.Short} ({Workflow.CorrelationId})";
    }
}
