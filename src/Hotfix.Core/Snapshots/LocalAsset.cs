namespace Hotfix.Core.Snapshots;

/// <summary>A file that goes with the release.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">64 lower-case hex digits.</param>
internal sealed record LocalAsset(string Path, long Size, string Sha256);
