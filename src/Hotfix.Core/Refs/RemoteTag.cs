namespace Hotfix.Core.Refs;

/// <summary>A tag as the remote has it.</summary>
/// <param name="Name">Without <c>refs/tags/</c>.</param>
/// <param name="ObjectSha">What the ref holds: the tag object of an annotated tag, else the commit.</param>
/// <param name="Commit">The commit behind it.</param>
public sealed record RemoteTag(string Name, CommitSha ObjectSha, CommitSha Commit)
{
    /// <summary>Whether a tag object, with message and tagger, stands between the ref and the commit.</summary>
    public bool IsAnnotated => ObjectSha != Commit;
}
