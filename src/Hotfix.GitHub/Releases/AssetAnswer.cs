namespace Hotfix.GitHub.Releases;

/// <summary>The fields of REST's <c>release-asset</c> that are read here.</summary>
/// <param name="Id">The number of <c>/releases/assets/{id}</c>.</param>
/// <param name="Name">As GitHub spelt it, which replaces some characters.</param>
/// <param name="State"><c>uploaded</c>; anything else is the remains of an upload that broke off.</param>
/// <param name="Size">Bytes.</param>
internal sealed record AssetAnswer(long Id, string Name, string State, long Size)
{
    /// <summary><c>sha256:…</c>; missing on servers that do not compute it.</summary>
    public string? Digest { get; init; }
}
