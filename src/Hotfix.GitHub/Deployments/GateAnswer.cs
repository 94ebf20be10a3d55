namespace Hotfix.GitHub.Deployments;

/// <summary>One entry of <c>GET …/pending_deployments</c>.</summary>
internal sealed record GateAnswer(EnvironmentAnswer Environment)
{
    public int WaitTimer { get; init; }

    public DateTimeOffset? WaitTimerStartedAt { get; init; }

    public bool CurrentUserCanApprove { get; init; }

    public IReadOnlyList<EnvironmentAnswer.ReviewerAnswer>? Reviewers { get; init; }
}
