namespace Hotfix.LocalGitHub;

/// <summary>A repository ruleset, active for the refs that its patterns name.</summary>
/// <param name="Name">Shown to clients.</param>
public sealed record Ruleset(string Name)
{
    /// <summary>Rules for tags instead of branches.</summary>
    public bool ForTags { get; init; }

    /// <summary><c>~DEFAULT_BRANCH</c>, <c>~ALL</c>, or full refs in which <c>*</c> stays within a segment and <c>**</c> does not.</summary>
    public IReadOnlyList<string> Include { get; init; } = ["~DEFAULT_BRANCH"];

    /// <summary>As <see cref="Include"/>; wins over it.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>What holds for the matching refs.</summary>
    public IReadOnlyList<RulesetRule> Rules { get; init; } = [];

    /// <summary>Users with this role or a higher one pass the rules; <c>null</c> for nobody.</summary>
    public Role? BypassRole { get; init; }
}
