using System.Globalization;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Refs;

/// <summary>A line of released versions, <c>1.4</c>; what its branch is called, the team's conventions say.</summary>
/// <param name="Major">0 or more.</param>
/// <param name="Minor">0 or more; <c>null</c> for a line of all releases of one major version, <c>1.x</c>.</param>
public sealed record SupportLine(int Major, int? Minor)
{
    /// <summary>The line that a version is on.</summary>
    public static SupportLine Of(SemanticVersion version) => new(version.Major, version.Minor);

    /// <summary>Whether the version is on this line.</summary>
    public bool Holds(SemanticVersion version) => version.Major == Major && (Minor is null || version.Minor == Minor);

    /// <summary>
    /// The next patch that no tag of the repository uses, whatever its prefix and wherever it is; a prerelease uses its patch, too, since its release is to
    /// come.
    /// Never a suffix: that would sort below what it fixes.
    /// </summary>
    public static SemanticVersion NextFreePatch(ReleaseTag deployed, IReadOnlyList<RemoteTag> tags)
    {
        HashSet<(int, int, int)> taken = [.. tags.Select(tag => tag.Release?.Version).OfType<SemanticVersion>().Select(Numbers)];
        SemanticVersion next = deployed.Version.NextPatch;
        while (taken.Contains(Numbers(next)))
            next = next.NextPatch;

        return next;
    }

    /// <summary>
    /// Whether a release of this version is GitHub's latest: only when it is higher than the one that is. A latest that is no version is outdone by
    /// any.
    /// </summary>
    public static bool IsLatest(SemanticVersion version, string? latestTag) =>
        !version.IsHotfix && (latestTag is null || ReleaseTag.TryParse(latestTag) is not { } latest || version > latest.Version);

    /// <summary><c>1.4</c>, or <c>1.x</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{(Minor is { } minor ? minor : "x")}");

    private static (int, int, int) Numbers(SemanticVersion version) => (version.Major, version.Minor, version.Patch);
}
