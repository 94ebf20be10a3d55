using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>A request to deploy one commit to one environment, whoever performs it.</summary>
/// <param name="Id">Grows with time.</param>
/// <param name="Environment">The environment's name, <c>production</c>.</param>
/// <param name="Sha">The commit.</param>
/// <param name="Ref">What was named: a branch, a tag, or the sha.</param>
/// <param name="Creator">Login; empty when the account is gone.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="Payload">What its maker added: a text as it is, an object as JSON; empty when nothing.</param>
internal sealed record Deployment(long Id, string Environment, CommitSha Sha, string Ref, string Creator, DateTimeOffset CreatedAt, string Payload = "")
{
    /// <summary>The newest report; <c>null</c> before the first, or when it was not asked for.</summary>
    public DeploymentStatus? Status { get; init; }

    /// <summary>Whether <see cref="Sha"/> is what its maker said is deployed, and not only where the workflow stood.</summary>
    public bool NamesItself { get; init; }

    /// <summary>The newest report's state; <see cref="DeploymentState.Pending"/> before the first.</summary>
    public DeploymentState State => Status?.State ?? DeploymentState.Pending;
}
