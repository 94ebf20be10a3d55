using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>A deployment to be asked for.</summary>
/// <param name="Environment">The environment's name; GitHub makes it when it is missing.</param>
/// <param name="Sha">The very commit.</param>
/// <param name="CorrelationId">Kept in the payload under <c>hotfix</c>: one deployment per environment, commit and id, however often it is asked for.</param>
/// <param name="Description">A few words for people; at most 140 characters are sent.</param>
/// <param name="IsProduction">Whether people use that environment.</param>
internal sealed record NewDeployment(string Environment, CommitSha Sha, string CorrelationId, string Description, bool IsProduction)
{
    /// <summary>Names of checks that GitHub has to find green first; empty: none, since whoever asks has looked already.</summary>
    public IReadOnlyList<string> RequiredContexts { get; init; } = [];
}
