namespace Hotfix.Core.Snapshots;

/// <summary>An environment that holds a workflow run until somebody lets it through.</summary>
/// <param name="EnvironmentId">For the answer.</param>
/// <param name="Environment">The environment's name.</param>
/// <param name="Reviewers">Who can, logins and <c>org/team</c>; empty when only time has to pass.</param>
/// <param name="CanApprove">Whether the credential in use can.</param>
/// <param name="WaitTimer">How long the run waits in any case; zero when it does not.</param>
/// <param name="WaitsSince">When that time began; <c>null</c> without one.</param>
internal sealed record RunGate(
    long EnvironmentId,
    string Environment,
    IReadOnlyList<string> Reviewers,
    bool CanApprove,
    TimeSpan WaitTimer,
    DateTimeOffset? WaitsSince
);
