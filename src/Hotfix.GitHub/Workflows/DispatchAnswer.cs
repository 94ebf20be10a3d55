namespace Hotfix.GitHub.Workflows;

/// <summary>What a dispatch answers when it is asked for details.</summary>
internal sealed record DispatchAnswer
{
    public long? WorkflowRunId { get; init; }
}
