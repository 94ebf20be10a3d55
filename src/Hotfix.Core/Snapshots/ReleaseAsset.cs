namespace Hotfix.Core.Snapshots;

/// <summary>One file of a release.</summary>
/// <param name="Name">File name.</param>
/// <param name="Size">Bytes.</param>
/// <param name="IsUploaded"><c>false</c> for the remains of an upload that broke off.</param>
/// <param name="Sha256">64 lower-case hex digits; <c>null</c> where the server does not compute it.</param>
internal sealed record ReleaseAsset(string Name, long Size, bool IsUploaded, string? Sha256);
