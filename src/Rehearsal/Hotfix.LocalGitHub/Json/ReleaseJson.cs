using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Json;

internal static class ReleaseJson
{
    public static JsonObject Of(Release release, Viewpoint view)
    {
        string api = $"{view.Api}/releases/{release.Id}";
        string page = release.Draft ? $"untagged-{release.Id}" : release.TagName;
        return new JsonObject
        {
            ["url"] = api,
            ["assets_url"] = $"{api}/assets",
            ["upload_url"] = $"{api}/assets{{?name,label}}",
            ["html_url"] = $"{view.Web}/releases/tag/{page}",
            ["id"] = release.Id,
            ["node_id"] = $"RE_{release.Id}",
            ["author"] = view.User(release.Author),
            ["tag_name"] = release.TagName,
            ["target_commitish"] = release.TargetCommitish,
            ["name"] = release.Name,
            ["draft"] = release.Draft,
            ["immutable"] = release.Immutable,
            ["prerelease"] = release.Prerelease,
            ["created_at"] = JsonText.Time(release.CreatedAt),
            ["updated_at"] = JsonText.Time(release.UpdatedAt),
            ["published_at"] = JsonText.Time(release.PublishedAt),
            ["assets"] = JsonText.Array(release.Assets.Select(asset => Asset(asset, release, view))),
            ["tarball_url"] = release.Draft ? null : $"{view.Api}/tarball/{release.TagName}",
            ["zipball_url"] = release.Draft ? null : $"{view.Api}/zipball/{release.TagName}",
            ["body"] = release.Body,
        };
    }

    public static JsonObject Asset(ReleaseAsset asset, Release release, Viewpoint view)
    {
        string page = release.Draft ? $"untagged-{release.Id}" : release.TagName;
        return new JsonObject
        {
            ["url"] = $"{view.Api}/releases/assets/{asset.Id}",
            ["id"] = asset.Id,
            ["node_id"] = $"RA_{asset.Id}",
            ["name"] = asset.Name,
            ["label"] = asset.Label ?? "",
            ["uploader"] = view.User(asset.Uploader),
            ["content_type"] = asset.ContentType,
            ["state"] = "uploaded",
            ["size"] = asset.Content.Length,
            ["digest"] = asset.Digest,
            ["download_count"] = asset.Downloads,
            ["created_at"] = JsonText.Time(asset.CreatedAt),
            ["updated_at"] = JsonText.Time(asset.CreatedAt),
            ["browser_download_url"] = $"{view.Web}/releases/download/{page}/{Uri.EscapeDataString(asset.Name)}",
        };
    }
}
