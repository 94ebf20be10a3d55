namespace Hotfix.LocalGitHub.State;

internal sealed class ReleaseAsset(long id, byte[] content, Account uploader, DateTimeOffset at)
{
    public long Id { get; } = id;

    public byte[] Content { get; } = content;

    public Account Uploader { get; } = uploader;

    public DateTimeOffset CreatedAt { get; } = at;

    public required string Name { get; set; }

    public string? Label { get; set; }

    public required string ContentType { get; init; }

    /// <summary><c>sha256:</c> and 64 hex digits.</summary>
    public required string Digest { get; init; }

    public int Downloads { get; set; }
}
