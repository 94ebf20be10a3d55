namespace Hotfix.Core.Snapshots;

/// <summary>GitHub's page and assets for a tag, published or still a draft.</summary>
/// <param name="Id">The number of <c>/releases/{id}</c>.</param>
/// <param name="TagName">The tag it names, which need not exist while it is a draft.</param>
/// <param name="Url">Its page.</param>
/// <param name="IsDraft">Whether only people with write access see it.</param>
/// <param name="IsPrerelease">Whether it is marked as one.</param>
/// <param name="PublishedAt"><c>null</c> for a draft.</param>
/// <param name="Assets">Uploaded files.</param>
internal sealed record PublishedRelease(
    long Id,
    string TagName,
    string Url,
    bool IsDraft,
    bool IsPrerelease,
    DateTimeOffset? PublishedAt,
    IReadOnlyList<ReleaseAsset> Assets
)
{
    /// <summary>Whether it is a draft that somebody else began, such as release-drafter: it lacks the notes of this software.</summary>
    public bool IsForeignDraft { get; init; }
}
