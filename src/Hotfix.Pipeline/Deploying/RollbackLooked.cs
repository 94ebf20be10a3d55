using Hotfix.Core.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;

namespace Hotfix.Pipeline.Deploying;

/// <summary>What one look of a rollback saw.</summary>
/// <param name="Facts">By which it is decided.</param>
/// <param name="Record">The two releases; <c>null</c> when they could not be told.</param>
/// <param name="Refusals">Why it cannot be, as far as the look found out; empty when nothing was found.</param>
/// <param name="Looked">The release to go back to; <c>null</c> when it cannot be told.</param>
internal sealed record RollbackLooked(RollbackFacts Facts, RollbackRecord? Record, IReadOnlyList<Refusal> Refusals, DeployLooked? Looked)
{
    public DeployableRelease Release => Looked!.Release;
}
