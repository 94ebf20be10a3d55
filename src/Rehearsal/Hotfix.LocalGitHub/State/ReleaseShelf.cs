namespace Hotfix.LocalGitHub.State;

/// <summary>Which of a repository's releases is the latest.</summary>
internal static class ReleaseShelf
{
    /// <summary>The one asked for explicitly last; without any, the legacy rule: newest by creation date, then by version.</summary>
    public static Release? Latest(IEnumerable<Release> releases)
    {
        Release[] candidates = [.. releases.Where(release => !release.Draft && !release.Prerelease)];
        Release? explicitly = candidates.Where(release => release.MakeLatest == "true").MaxBy(release => release.MadeLatestAt);
        Release? legacy = candidates.Where(release => release.MakeLatest == "legacy").MaxBy(release => (release.CreatedAt, Version(release), release.Id));
        if (explicitly is null || legacy is null)
            return explicitly ?? legacy;

        return (legacy.CreatedAt, Version(legacy), legacy.Id).CompareTo((explicitly.CreatedAt, Version(explicitly), explicitly.Id)) > 0 ? legacy : explicitly;
    }

    private static Version Version(Release release)
    {
        string text = release.TagName.TrimStart('v').Split('-', '+')[0];
        return System.Version.TryParse(text, out Version? version) ? version : new Version(0, 0);
    }
}
