using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Lanes;

/// <summary>The version of a release on a support line.</summary>
internal static class ExceptionalVersion
{
    /// <summary>The next free patch of the deployed line, or the confirmed version if it fits there; else all reasons why it does not.</summary>
    /// <param name="confirmed">What <c>--version</c> says; <c>null</c> without it.</param>
    /// <param name="deployed">The release that production runs.</param>
    /// <param name="tags">Every tag at the remote.</param>
    public static (SemanticVersion Version, IReadOnlyList<Refusal> Refusals) Decide(
        SemanticVersion? confirmed,
        ReleaseTag deployed,
        IReadOnlyList<RemoteTag> tags
    )
    {
        SemanticVersion free = SupportLine.NextFreePatch(deployed, tags);
        return confirmed is null ? (free, []) : (confirmed, [.. Refusals(confirmed, deployed, tags, free)]);
    }

    private static IEnumerable<Refusal> Refusals(SemanticVersion version, ReleaseTag deployed, IReadOnlyList<RemoteTag> tags, SemanticVersion free)
    {
        if (!SupportLine.Of(deployed.Version).Holds(version) || version <= deployed.Version || version.IsPrerelease)
        {
            yield return new Refusal(
                "HF4122",
                What: $"Version {version} does not fit a fix of {deployed}; nothing was tagged.",
                Why: version.IsPrerelease
                    ? "A suffix sorts below the release of the same number, and package managers would not offer it."
                    : $"It has to be a patch of {SupportLine.Of(deployed.Version)} above {deployed.Version}.",
                Next: $"Take the next free patch: --version {free}"
            );
        }

        if (tags.FirstOrDefault(tag => tag.Release?.Version == version) is { } taken)
        {
            yield return new Refusal(
                "HF4123",
                What: $"Version {version} is used already; nothing was tagged.",
                Why: $"Tag {taken.Name} is at {taken.Commit.Short}.",
                Next: $"Take the next free patch: --version {free}"
            );
        }
    }
}
