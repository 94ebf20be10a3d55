namespace Hotfix.LocalGitHub.State;

internal sealed class Release(long id, Account author, DateTimeOffset at)
{
    public long Id { get; } = id;

    public Account Author { get; } = author;

    public DateTimeOffset CreatedAt { get; set; } = at;

    public required string TagName { get; set; }

    public required string TargetCommitish { get; set; }

    public string? Name { get; set; }

    public string? Body { get; set; }

    public bool Draft { get; set; }

    public bool Prerelease { get; set; }

    public bool Immutable { get; set; }

    /// <summary><c>true</c>, <c>false</c> or <c>legacy</c>; <c>true</c> unless said otherwise, as GitHub does.</summary>
    public string MakeLatest { get; set; } = "true";

    /// <summary>Orders explicit "make this the latest" requests.</summary>
    public long MadeLatestAt { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; } = at;

    public List<ReleaseAsset> Assets { get; } = [];
}
