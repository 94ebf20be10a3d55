namespace Hotfix.GitHub.Workflows;

/// <summary>One page of a list of runs.</summary>
internal sealed record WorkflowRunsAnswer(IReadOnlyList<WorkflowRunAnswer> WorkflowRuns);
