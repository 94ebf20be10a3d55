namespace Hotfix.GitHub.Releases;

/// <summary>The fields of REST's <c>release</c> that are read here.</summary>
internal sealed record ReleaseAnswer(long Id, string TagName, string HtmlUrl, string UploadUrl, bool Draft, bool Prerelease)
{
    public string? Body { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public IReadOnlyList<AssetAnswer>? Assets { get; init; }
}
