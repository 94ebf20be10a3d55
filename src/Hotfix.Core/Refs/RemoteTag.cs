using Hotfix.Core.Versions;

namespace Hotfix.Core.Refs;

/// <summary>A tag as the remote has it.</summary>
/// <param name="Name">Without <c>refs/tags/</c>.</param>
/// <param name="ObjectSha">What the ref holds: the tag object of an annotated tag, else the commit.</param>
/// <param name="Commit">The commit behind it.</param>
public sealed record RemoteTag(string Name, CommitSha ObjectSha, CommitSha Commit)
{
    /// <summary>The release that it names; <c>null</c> for any other tag.</summary>
    public ReleaseTag? Release { get; } = ReleaseTag.TryParse(Name);

    /// <summary>Whether a tag object, with message and tagger, stands between the ref and the commit.</summary>
    public bool IsAnnotated => ObjectSha != Commit;

    /// <summary>The prereleases of a version among these tags, newest first.</summary>
    public static IReadOnlyList<ReleaseTag> Candidates(SemanticVersion version, IEnumerable<RemoteTag> tags) =>
        [
            .. tags.Select(tag => tag.Release)
                .OfType<ReleaseTag>()
                .Where(tag => tag.Version.IsPrerelease && tag.Version with { Prerelease = "" } == version)
                .OrderByDescending(tag => tag.Version),
        ];
}
