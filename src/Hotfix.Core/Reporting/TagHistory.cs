namespace Hotfix.Core.Reporting;

/// <summary>What git knows of the releases.</summary>
/// <param name="Tags">Every release tag at the remote whose commit is at hand, prereleases left out.</param>
/// <param name="Ancestry">The history between them.</param>
internal sealed record TagHistory(IReadOnlyList<DatedTag> Tags, CommitAncestry Ancestry);
