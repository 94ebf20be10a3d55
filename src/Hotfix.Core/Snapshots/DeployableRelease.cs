using Hotfix.Core.Errors;
using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>A release, as it is deployed: the tag names it, the commit is what runs.</summary>
/// <param name="Tag">The release tag.</param>
/// <param name="Commit">The commit behind it.</param>
/// <param name="Lane">The way it took: a hotfix tag of the exceptional lane goes through staging first.</param>
public sealed record DeployableRelease(ReleaseTag Tag, CommitSha Commit, Lane Lane)
{
    /// <summary>Why it is no release that may be deployed: the branch of its lane does not contain it; <c>null</c> when it does.</summary>
    public Refusal? NotContained { get; init; }

    /// <summary><c>v1.4.3 (1f3e5d7a)</c>.</summary>
    public override string ToString() => $"{Tag} ({Commit.Short})";
}
