namespace Hotfix.Core.Conventions;

/// <summary>
/// Names that are the team's and not ours, in one value: what was said of them; what was left out is found in the repository, or is this tool's own habit.
/// </summary>
public sealed record HotfixConventions
{
    /// <summary>Nothing was said.</summary>
    public static HotfixConventions Default { get; } = new();

    /// <summary>How release tags are named (<c>--tag-pattern</c>); <c>null</c> to find it among the tags that exist.</summary>
    public TagPattern? Tags { get; init; }

    /// <summary>Which product of the repository is meant (<c>--product</c>), as its tags name it; <c>null</c> where the repository has one.</summary>
    public string? Product { get; init; }

    /// <summary>Where it lies (<c>--product-folder</c>); <c>null</c> to find the folder of its name.</summary>
    public ProductFolders? ProductFolders { get; init; }

    /// <summary>How pull requests are titled (<c>--title</c>); <c>null</c> to find it in the repository.</summary>
    public TitlePattern? Title { get; init; }

    /// <summary>Branches of hotfixes (<c>--hotfix-prefix</c>).</summary>
    public BranchPrefix Hotfixes { get; init; } = new("hotfix/");

    /// <summary>Branches that carry a fix to the default branch (<c>--forward-port-prefix</c>).</summary>
    public BranchPrefix ForwardPorts { get; init; } = new("forward-port/");

    /// <summary>Branches that take a release back (<c>--revert-prefix</c>).</summary>
    public BranchPrefix Reverts { get; init; } = new("revert/");

    /// <summary>Branches of released lines (<c>--support-pattern</c>).</summary>
    public SupportPattern Support { get; init; } = SupportPattern.Default;
}
