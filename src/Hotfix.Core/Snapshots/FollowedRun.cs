namespace Hotfix.Core.Snapshots;

/// <summary>A workflow run that was started for a commit, with everything by which its state is told.</summary>
/// <param name="Run">The run.</param>
/// <param name="Jobs">Jobs of its newest attempt.</param>
/// <param name="Gates">What holds it; empty when nothing does.</param>
internal sealed record FollowedRun(WorkflowRun Run, IReadOnlyList<WorkflowJob> Jobs, IReadOnlyList<RunGate> Gates);
