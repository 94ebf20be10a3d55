namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>What <see cref="HttpBackend"/> needs to know beyond the HTTP request.</summary>
/// <param name="Repository">Absolute path of the bare repository.</param>
/// <param name="PathInfo">The rest of the path: <c>/info/refs</c>, <c>/git-upload-pack</c>, <c>/git-receive-pack</c>.</param>
/// <param name="User">Login.</param>
internal sealed record CgiRequest(string Repository, string PathInfo, string User)
{
    /// <summary>What the push must not do.</summary>
    public IReadOnlyList<PushRefusal> Refusals { get; init; } = [];

    /// <summary>Whether it may bring workflow files that no branch has: an App needs a permission of its own for that.</summary>
    public bool MayChangeWorkflows { get; init; } = true;

    /// <summary>Bytes of the body that were read already.</summary>
    public byte[] Prefix { get; init; } = [];

    /// <summary>The rest of the body, decompressed.</summary>
    public required Stream Body { get; init; }
}
