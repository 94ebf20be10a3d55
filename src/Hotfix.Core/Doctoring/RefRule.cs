namespace Hotfix.Core.Doctoring;

/// <summary>An active ruleset for branches or tags.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Its page; empty when the server gives none.</param>
/// <param name="Include">Patterns of full refs, <c>~ALL</c> and <c>~DEFAULT_BRANCH</c> among them.</param>
/// <param name="Exclude">As <paramref name="Include"/>; wins over it.</param>
/// <param name="Forbids">Types of its rules: <c>creation</c>, <c>update</c>, <c>deletion</c>, …</param>
/// <param name="CanBypass">Whether this credential's user passes it; <c>null</c> where the server does not say.</param>
internal sealed record RefRule(
    string Name,
    string Url,
    IReadOnlyList<string> Include,
    IReadOnlyList<string> Exclude,
    IReadOnlyList<string> Forbids,
    bool? CanBypass
)
{
    /// <summary><c>refs/tags/</c> for rules about tags; branches unless set.</summary>
    public string Prefix { get; init; } = "refs/heads/";

    /// <summary>Whether it keeps this credential from making that ref, a full name; the default branch is none that has to be made.</summary>
    public bool ForbidsMaking(string refName) => AppliesTo(refName) && Forbids.Contains("creation") && CanBypass != true;

    /// <summary>Whether it holds for the ref, a full name that is not the default branch's.</summary>
    public bool AppliesTo(string refName) =>
        refName.StartsWith(Prefix, StringComparison.Ordinal)
        && Include.Any(pattern => Matches(pattern, refName))
        && !Exclude.Any(pattern => Matches(pattern, refName));

    private static bool Matches(string pattern, string refName) => pattern == "~ALL" || RefGlob.Matches(pattern, refName);
}
