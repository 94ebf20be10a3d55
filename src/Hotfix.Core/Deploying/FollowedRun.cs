using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Deploying;

/// <summary>A workflow run that deploys, as it is now.</summary>
/// <param name="Run">The run.</param>
/// <param name="Jobs">Of its newest attempt.</param>
/// <param name="Gates">What holds it; empty unless it waits.</param>
public sealed record FollowedRun(WorkflowRun Run, IReadOnlyList<WorkflowJob> Jobs, IReadOnlyList<RunGate> Gates);
