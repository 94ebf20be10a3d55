using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>What the remote itself answered about its refs (git-ls-remote(1)), not what a clone remembers.</summary>
/// <param name="Remote">The remote's name, such as <c>origin</c>.</param>
/// <param name="Url">Its fetch address, without any user information.</param>
/// <param name="DefaultBranch">Where its HEAD points; <c>null</c> when it does not say.</param>
/// <param name="Branches">Tip by branch.</param>
/// <param name="Tags">The tags that are releases by the team's conventions, prereleases included, in no particular order.</param>
internal sealed record RemoteRefs(
    string Remote,
    string Url,
    BranchName? DefaultBranch,
    IReadOnlyDictionary<BranchName, CommitSha> Branches,
    IReadOnlyList<RemoteTag> Tags
)
{
    /// <summary>The branch's tip; <c>null</c> when the remote has no such branch.</summary>
    public CommitSha? Tip(BranchName branch) => Branches.TryGetValue(branch, out CommitSha tip) ? tip : null;

    /// <summary>How the team names things.</summary>
    public HotfixConventions Conventions { get; init; } = HotfixConventions.Default;

    /// <summary>Tags that are no releases.</summary>
    public IReadOnlyList<RemoteTag> OtherTags { get; init; } = [];

    /// <summary>What the next release tag begins with.</summary>
    public string TagPrefix { get; init; } = "v";

    /// <summary>Why nothing can be released here: no tag that looks like a release fits; <c>null</c> when that is no question.</summary>
    public Refusal? TagRefusal { get; init; }

    /// <summary>Where the product lies that is meant; <c>null</c> for the whole repository.</summary>
    public ProductFolders? Product { get; init; }

    /// <summary>Why that cannot be told; <c>null</c> when it can, or nobody asked.</summary>
    public Refusal? ProductRefusal { get; init; }

    /// <summary>Whether a tag is the release of another product, or of nothing.</summary>
    public bool IsOfAnother(ReleaseTag tag) => OtherTags.Any(other => other.Name.Equals(tag.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Which branches there are, the first of them by name, one sentence.</summary>
    public string BranchesInWords =>
        Branches.Count == 0
            ? "It has no branch at all."
            : $"It has {Branches.Count} {(Branches.Count == 1 ? "branch" : "branches")}: {string.Join(", ", Branches.Keys.Take(8))}.";

    /// <summary>The tag of that exact name, release or not; <c>null</c> when the remote has none.</summary>
    public RemoteTag? Tag(string name) => Tags.Concat(OtherTags).FirstOrDefault(tag => tag.Name == name);
}
