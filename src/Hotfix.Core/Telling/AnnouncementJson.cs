using System.Globalization;
using System.Text.Json.Nodes;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;

namespace Hotfix.Core.Telling;

/// <summary>An announcement as JSON, for a webhook of any kind. <c>docs/announcement.schema.json</c> describes it.</summary>
internal static class AnnouncementJson
{
    /// <summary>Says which description the JSON follows; a change that breaks a reader gets another number.</summary>
    public const string Schema = "hotfix-announcement/1";

    /// <summary>
    /// ASCII, on one line; every property is always there, <c>null</c> when it is not known. People's words are text on one line, for the reader to escape.
    /// </summary>
    public static string Of(Announcement it) =>
        new JsonObject
        {
            ["schema"] = Schema,
            ["event"] = AnnouncementText.Name(it.Event),
            ["key"] = it.Key,
            ["at"] = it.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["title"] = AnnouncementText.Title(it),
            ["description"] = AnnouncementText.Description(it),
            ["reason"] = AnnouncementText.Reason(it),
            ["who"] = Line(it.Who),
            ["repository"] = Line(it.Repository),
            ["branch"] = it.Branch.Value,
            ["lane"] = it.Lane switch
            {
                Lane.Standard => "standard",
                Lane.Exceptional => "exceptional",
                _ => null,
            },
            ["pullRequest"] = it.PullRequest is { } link ? new JsonObject { ["number"] = link.Number, ["url"] = WebAddress.Of(link.Url) } : null,
            ["tag"] = it.Tag?.Name,
            ["version"] = it.Tag?.Version.ToString(),
            ["sha"] = it.Sha?.Value,
            ["environment"] = Line(it.Environment),
            ["url"] = WebAddress.Of(it.Url) ?? WebAddress.Of(it.PullRequest?.Url),
        }.ToJsonString();

    private static string? Line(string? text) => text is null ? null : PlainText.OneLine(text, 200);
}
