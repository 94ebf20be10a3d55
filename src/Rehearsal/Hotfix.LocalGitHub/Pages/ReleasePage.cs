using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Pages;

/// <summary>A release with its notes and the names of its files.</summary>
internal static class ReleasePage
{
    /// <param name="repository">Where to look.</param>
    /// <param name="key">As in the release's <c>html_url</c>.</param>
    public static PageContent? Find(HostedRepository repository, string key)
    {
        Release? release = repository.Releases.FirstOrDefault(found => key == (found.Draft ? $"untagged-{found.Id}" : found.TagName));
        if (release is null)
            return null;

        DateTimeOffset at = release.PublishedAt ?? release.CreatedAt;
        return new PageContent(repository.FullName, release.Name is { Length: > 0 } name ? name : release.TagName, State(release, repository))
        {
            Line = $"Release {release.TagName}",
            Facts =
            [
                ("Author", release.Author.Login),
                ("Target", release.TargetCommitish),
                ("Published", release.PublishedAt is { } published ? PageText.Time(published) : ""),
                ("Files", string.Join(", ", release.Assets.Select(asset => asset.Name))),
            ],
            Entries = [new PageEntry("notes", release.Author.Login, "wrote", at, release.Body ?? "")],
        };
    }

    private static string State(Release release, HostedRepository repository) =>
        release switch
        {
            { Draft: true } => "Draft",
            { Prerelease: true } => "Pre-release",
            _ => release == ReleaseShelf.Latest(repository.Releases) ? "Latest" : "Published",
        };
}
