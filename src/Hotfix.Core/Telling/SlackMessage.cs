using System.Text.Json.Nodes;
using Hotfix.Core.Text;

namespace Hotfix.Core.Telling;

/// <summary>An announcement as the body of a Slack incoming webhook.</summary>
internal static class SlackMessage
{
    // Escaped, each character may become five; Slack takes 3,000.
    private const int MaxReason = 550;

    /// <summary>
    /// JSON, in ASCII. Slack is told to look for no links or names in it; the words of people are escaped besides, since what shows a notification
    /// may not know the settings.
    /// </summary>
    public static string Of(Announcement it)
    {
        string title = AnnouncementText.Title(it);
        var blocks = new JsonArray { Mrkdwn($"*{SlackText.Escape(title)}*"), Mrkdwn(SlackText.Escape(AnnouncementText.Description(it))) };
        if (AnnouncementText.Reason(it) is { Length: > 0 } reason)
            blocks.Add((JsonNode)Mrkdwn(SlackText.Escape(reason, MaxReason)));

        blocks.Add((JsonNode)new JsonObject { ["type"] = "context", ["elements"] = new JsonArray(Text(string.Join(" · ", Places(it)))) });
        return new JsonObject
        {
            ["text"] = SlackText.Escape(title),
            ["mrkdwn"] = false,
            ["parse"] = "none",
            ["link_names"] = false,
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
            ["blocks"] = blocks,
        }.ToJsonString();
    }

    private static IEnumerable<string> Places(Announcement it)
    {
        yield return SlackText.Escape($"{it.Repository} {it.Branch}");
        if (it.PullRequest is { } pullRequest)
            yield return SlackText.Link($"pull request {pullRequest.Number}", pullRequest.Url);

        if (WebAddress.Of(it.Url) is not null)
            yield return SlackText.Link("more", it.Url);
    }

    // Slack refuses a text without a character.
    private static JsonObject Mrkdwn(string text) => new() { ["type"] = "section", ["text"] = Text(text.Length > 0 ? text : "-") };

    private static JsonObject Text(string text) =>
        new()
        {
            ["type"] = "mrkdwn",
            ["text"] = text,
            ["verbatim"] = true,
        };
}
