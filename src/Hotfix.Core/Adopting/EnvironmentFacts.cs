using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Adopting;

/// <summary>Which environments the workflows need, and which are there.</summary>
/// <param name="Names">Those that are needed.</param>
/// <param name="OfCredentials">The one among them that holds credentials.</param>
internal sealed record EnvironmentFacts(IReadOnlyList<string> Names, string OfCredentials)
{
    /// <summary>Those that are there already.</summary>
    public IReadOnlyList<GitHubEnvironment> Present { get; init; } = [];

    /// <summary>The remote's default branch; <c>null</c> where it does not say.</summary>
    public BranchName? DefaultBranch { get; init; }
}
