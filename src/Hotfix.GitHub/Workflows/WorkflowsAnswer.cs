namespace Hotfix.GitHub.Workflows;

/// <summary>One page of <c>GET …/actions/workflows</c>.</summary>
internal sealed record WorkflowsAnswer(IReadOnlyList<WorkflowsAnswer.WorkflowAnswer> Workflows)
{
    internal sealed record WorkflowAnswer(long Id, string Name, string Path, string State);
}
