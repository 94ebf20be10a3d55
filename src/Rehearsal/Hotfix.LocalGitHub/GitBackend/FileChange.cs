namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>One file of a diff.</summary>
/// <param name="Path">Where it is now.</param>
/// <param name="PreviousPath">Where it was; <c>null</c> unless renamed.</param>
/// <param name="Status">As the API spells it: <c>added</c>, <c>removed</c>, <c>modified</c>, <c>renamed</c>, <c>changed</c>.</param>
/// <param name="BlobSha">Its content; of a removed file, the content that it had.</param>
internal sealed record FileChange(string Path, string? PreviousPath, string Status, string BlobSha)
{
    public int Additions { get; init; }

    public int Deletions { get; init; }

    /// <summary>Hunks only; <c>null</c> for a binary file.</summary>
    public string? Patch { get; init; }
}
