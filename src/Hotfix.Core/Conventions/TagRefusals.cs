using Hotfix.Core.Errors;
using Hotfix.Core.Refs;

namespace Hotfix.Core.Conventions;

/// <summary>The texts of what is refused because nothing says which tags are releases: a version that nobody asked for would be invented.</summary>
internal static class TagRefusals
{
    private const int Shown = 6;

    public static Refusal NoneFits(TagPattern given, IReadOnlyList<RemoteTag> all, TagPattern[] families, OddVersion[] odd) =>
        Refusal.Unchanged(
            "HF4300",
            fact: $"No tag fits --tag-pattern \"{given}\", and there are others that look like releases",
            why: $"The tags are {Names(all.Select(tag => tag.Name).Where(name => ReleaseTag.TryParse(name) is not null || odd.Any(one => one.Name == name)))}.",
            next: $"{(families is [var first, ..] ? $"Name their pattern: --tag-pattern \"{first}\"; for" : "For")} a first release of \"{given}\", say which one it is: --version 1.0.0"
        );

    public static Refusal NoProduct(string product, TagPattern[] named, TagPattern[] families) =>
        Refusal.Unchanged(
            "HF4301",
            fact: named.Length == 0 ? $"No release tag names the product '{product}'" : $"The tags of '{product}' are of more than one pattern",
            why: families.Length == 0
                ? "The repository has no release tag at all."
                : $"Release tags are named {Names(families.Select(family => family.ToString()))}.",
            next: named is [var first, ..]
                ? $"Say which pattern counts: --tag-pattern \"{first}\""
                : $"Name one of those, or the pattern and the version of its first release: --tag-pattern \"{product}/v{{version}}\" --version 1.0.0"
        );

    public static Refusal SeveralProducts(TagPattern[] families, IEnumerable<RemoteTag> tags) =>
        Refusal.Unchanged(
            "HF4301",
            fact: $"The release tags are those of {families.Length} products, and nothing says which one is meant",
            why: $"There are {Names(tags.Select(tag => tag.Name))}.",
            next: $"Name the pattern of the product's tags, here or in .nuke/parameters.json: --tag-pattern \"{families[0]}\""
        );

    public static Refusal NoSemanticVersion(OddVersion odd, IReadOnlyList<RemoteTag> all, bool othersFit = false) =>
        Refusal.Unchanged(
            "HF4302",
            fact: $"The newest release tag is no version that a next patch can be made of: {odd.Name}",
            why: $"In {odd.Name} {odd.Reason}. The tags are {Names(all.Select(tag => tag.Name))}.",
            next: $"{(othersFit ? $"Where {odd.Name} is no release, say which tags are: --tag-pattern \"{odd.Prefix}{{version}}\". Where it is one: tag" : "Tag")} releases with three numbers (semver.org) from the next one on, and say which it is: --tag-pattern \"{odd.Prefix}{{version}}\" --version {Proposed(odd)}; or, where the team's own workflow makes versions and tags, leave them to it: --release-strategy dispatch"
        );

    // 0.53 as 0.53.1, 7.1.12.5 as 7.1.13, 2026.0123.0 as 2026.123.1
    private static string Proposed(OddVersion odd)
    {
        int[] numbers =
        [
            .. odd
                .Numbers.Take(3)
                .Select(number =>
                    int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int value) ? value : 0
                ),
            0,
            0,
            0,
        ];
        return new Versions.SemanticVersion(numbers[0], numbers[1], numbers[2]).NextPatch.ToString();
    }

    private static string Names(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length <= Shown ? string.Join(", ", all) : $"{string.Join(", ", all.TakeLast(Shown))} and {all.Length - Shown} more";
    }
}
