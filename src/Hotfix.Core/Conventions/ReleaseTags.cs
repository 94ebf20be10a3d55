using System.Text.RegularExpressions;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;

namespace Hotfix.Core.Conventions;

/// <summary>Which of a repository's tags are its releases.</summary>
/// <param name="Tags">Those that fit, prereleases included.</param>
/// <param name="Prefix">What the next one begins with.</param>
/// <param name="Refusal">Why none can be told apart; <c>null</c> when they can, and before the first release.</param>
internal sealed record ReleaseTags(IReadOnlyList<RemoteTag> Tags, string Prefix, Refusal? Refusal)
{
    /// <summary>Whether GitVersion's configuration is needed to tell them apart: <see cref="Of"/> is told its tag prefix then.</summary>
    public static bool NeedsTagPrefix(HotfixConventions conventions, IReadOnlyList<RemoteTag> all) =>
        conventions is { Tags: null, Product: null } && Parse(all).Any(one => !one.Pattern.IsPlain);

    /// <summary>Chooses: what was said, else GitVersion's tag prefix, else plain versions, else the only family of tags there is. Pure.</summary>
    /// <param name="conventions">What was said.</param>
    /// <param name="all">Every tag of the remote.</param>
    /// <param name="tagPrefix">GitVersion's <c>tag-prefix</c>, a regular expression; <c>null</c> without one.</param>
    public static ReleaseTags Of(HotfixConventions conventions, IReadOnlyList<RemoteTag> all, string? tagPrefix)
    {
        (RemoteTag Tag, ReleaseTag Release, TagPattern Pattern)[] releases = [.. Parse(all)];
        OddVersion[] odd = [.. all.Select(tag => OddVersion.TryParse(tag.Name)).OfType<OddVersion>()];
        TagPattern[] families = [.. releases.Select(one => one.Pattern).Distinct()];
        if (conventions.Tags is { } given)
        {
            return Fit(
                releases,
                given,
                pattern => pattern == given,
                families.Length + odd.Length == 0 ? null : TagRefusals.NoneFits(given, all, families, odd)
            );
        }

        if (conventions.Product is { } product)
        {
            TagPattern[] named = [.. families.Where(family => Names(family, product))];
            return named is [var only] ? Fit(releases, only, pattern => pattern == only, null) : Refused(TagRefusals.NoProduct(product, named, families));
        }

        if (tagPrefix is not null && families.Where(family => Matches(tagPrefix, family.Prefix)).ToArray() is { Length: > 0 } configured)
            return Fit(releases, configured[0], configured.Contains, null);

        if (families.Any(family => family.IsPlain))
        {
            ReleaseTags plain = Fit(releases, TagPattern.Default, pattern => pattern.IsPlain, null);
            return UnlessHigher(plain, odd.Where(one => new TagPattern(one.Prefix).IsPlain), all);
        }

        return families.Length > 1 ? Refused(TagRefusals.SeveralProducts(families, releases.Select(one => one.Tag)))
            : families is [var single]
                ? UnlessHigher(Fit(releases, single, pattern => pattern == single, null), odd.Where(one => one.Prefix == single.Prefix), all)
            : odd.Length > 0 ? Refused(TagRefusals.NoSemanticVersion(odd[^1], all))
            : new ReleaseTags([], TagPattern.Default.Prefix, null);
    }

    private static IEnumerable<(RemoteTag Tag, ReleaseTag Release, TagPattern Pattern)> Parse(IEnumerable<RemoteTag> all) =>
        from tag in all
        let release = tag.Release
        where release is not null
        select (tag, release, new TagPattern(release.Prefix));

    private static ReleaseTags UnlessHigher(ReleaseTags fitting, IEnumerable<OddVersion> odd, IReadOnlyList<RemoteTag> all) =>
        odd.FirstOrDefault(one => IsAbove(one, fitting.Tags)) is { } higher ? Refused(TagRefusals.NoSemanticVersion(higher, all, othersFit: true)) : fitting;

    private static ReleaseTags Refused(Refusal refusal) => new([], TagPattern.Default.Prefix, refusal);

    // The next tag is written like the newest release.
    private static ReleaseTags Fit(
        (RemoteTag Tag, ReleaseTag Release, TagPattern Pattern)[] all,
        TagPattern pattern,
        Func<TagPattern, bool> fits,
        Refusal? refusalIfNone
    )
    {
        (RemoteTag Tag, ReleaseTag Release, TagPattern Pattern)[] fitting = [.. all.Where(one => fits(one.Pattern))];
        string? newest = fitting
            .Where(one => !one.Release.Version.IsPrerelease)
            .OrderByDescending(one => one.Release.Version)
            .Select(one => one.Pattern.Prefix)
            .FirstOrDefault();
        return new ReleaseTags([.. fitting.Select(one => one.Tag)], newest ?? pattern.Prefix, fitting.Length > 0 ? null : refusalIfNone);
    }

    // The product's name is a part of the prefix by itself: api in api/v, api@, services/api/; not in rapid-api-v.
    private static bool Names(TagPattern family, string product) =>
        Regex.IsMatch(family.Prefix, $"(^|/){Regex.Escape(product)}([/@_-]|$)(v|V)?$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static bool Matches(string expression, string prefix)
    {
        try
        {
            return Regex.IsMatch(prefix, $"^(?:{expression})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    // 'v2' and 'v2.1' that move along with v2.1.3 are no releases of their own; v2026.11 beside v1.4.2 is.
    private static bool IsAbove(OddVersion odd, IReadOnlyList<RemoteTag> tags) =>
        tags.Select(tag => tag.Release!.Version).All(version => odd.IsAbove([version.Major, version.Minor, version.Patch]));
}
