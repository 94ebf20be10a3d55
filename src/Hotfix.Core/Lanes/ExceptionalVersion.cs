using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Lanes;

/// <summary>The version of a release on a support line.</summary>
internal static class ExceptionalVersion
{
    /// <summary>The next free patch of the deployed line, or the confirmed version if it fits there; else all reasons why it does not.</summary>
    /// <param name="confirmed">What <c>--version</c> says; <c>null</c> without it.</param>
    /// <param name="deployed">The release that production runs.</param>
    /// <param name="tags">Every tag at the remote.</param>
    /// <param name="suffix">What is put behind the deployed release's number in place of a patch; empty for a patch.</param>
    public static (SemanticVersion Version, IReadOnlyList<Refusal> Refusals) Decide(
        SemanticVersion? confirmed,
        ReleaseTag deployed,
        IReadOnlyList<RemoteTag> tags,
        string suffix = ""
    )
    {
        SemanticVersion free = suffix.Length > 0 ? deployed.Version with { Prerelease = suffix } : SupportLine.NextFreePatch(deployed, tags);
        return confirmed is null ? (free, []) : (confirmed, [.. Refusals(confirmed, deployed, tags, free)]);
    }

    /// <summary>The tag that a release of production's line will have, before there is a commit to name it by.</summary>
    public static string Foretold(VersionScheme scheme, ReleaseTag deployed, IReadOnlyList<RemoteTag> tags) =>
        scheme == VersionScheme.Suffix
            ? $"{deployed.Prefix}{deployed.Version with { Prerelease = "" }}-hotfix<commit>"
            : $"{deployed.Prefix}{Decide(confirmed: null, deployed, tags).Version}";

    /// <summary>Where another tool numbers releases, a person confirms this one's number.</summary>
    /// <param name="tool">That tool, for people.</param>
    /// <param name="deployed">The release that production runs.</param>
    /// <param name="tags">Every tag at the remote.</param>
    /// <param name="command">The command so far, to which <c>--version …</c> can be added.</param>
    public static Refusal Unconfirmed(string tool, ReleaseTag deployed, IReadOnlyList<RemoteTag> tags, string command)
    {
        SemanticVersion free = SupportLine.NextFreePatch(deployed, tags);
        RemoteTag[] above =
        [
            .. tags.Where(tag => tag.Release is { Version.IsPrerelease: false } release && deployed.Version < release.Version && release.Version < free),
        ];
        string sorts = above.Length > 0 ? $" It sorts above {string.Join(", ", above.Select(tag => tag.Name))}, released without the fix." : "";
        return new Refusal(
            "HF4125",
            What: $"The release would be {deployed.Prefix}{free}, and nobody has said that this number is free; nothing was changed.",
            Why: $"Here {tool} numbers the releases: it does not know of this one, and may take {free} for the next of its own.{sorts}",
            Next: $"Ask what it proposes next; then confirm the number: {command} --version {free}"
        );
    }

    // Of two that are made of one release, neither is the higher one.
    private static bool Fits(SemanticVersion version, SemanticVersion deployed) =>
        version.IsHotfix
            ? version with { Prerelease = "" } == deployed with { Prerelease = "" }
            : SupportLine.Of(deployed).Holds(version) && version > deployed && !version.IsPrerelease;

    private static IEnumerable<Refusal> Refusals(SemanticVersion version, ReleaseTag deployed, IReadOnlyList<RemoteTag> tags, SemanticVersion free)
    {
        if (!Fits(version, deployed.Version))
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
