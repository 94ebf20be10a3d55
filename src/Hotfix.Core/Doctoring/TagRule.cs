namespace Hotfix.Core.Doctoring;

/// <summary>An active ruleset for tags.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Its page; empty when the server gives none.</param>
/// <param name="Include">Patterns of full refs, <c>~ALL</c> among them.</param>
/// <param name="Exclude">As <paramref name="Include"/>; wins over it.</param>
/// <param name="Forbids">Types of its rules: <c>creation</c>, <c>update</c>, <c>deletion</c>, …</param>
/// <param name="CanBypass">Whether this credential's user passes it; <c>null</c> where the server does not say.</param>
public sealed record TagRule(string Name, string Url, IReadOnlyList<string> Include, IReadOnlyList<string> Exclude, IReadOnlyList<string> Forbids, bool? CanBypass)
{
    /// <summary>Whether it holds for a tag of that name.</summary>
    public bool AppliesTo(string tag) => Include.Any(pattern => Matches(pattern, tag)) && !Exclude.Any(pattern => Matches(pattern, tag));

    private static bool Matches(string pattern, string tag) => pattern == "~ALL" || RefGlob.Matches(pattern, $"refs/tags/{tag}");
}
