using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Telling;

/// <summary>One thing to be told, once. What is not known is <c>null</c>.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Repository"><c>owner/name</c>.</param>
/// <param name="Branch">The hotfix branch.</param>
/// <param name="At">When it happened.</param>
internal sealed record Announcement(AnnouncementEvent Event, string Repository, BranchName Branch, DateTimeOffset At)
{
    /// <summary>People's words for the trouble; of any length and content.</summary>
    public string? Description { get; init; }

    /// <summary>The way into production.</summary>
    public Lane? Lane { get; init; }

    /// <summary>The hotfix's pull request.</summary>
    public PullRequestLink? PullRequest { get; init; }

    /// <summary>The release.</summary>
    public ReleaseTag? Tag { get; init; }

    /// <summary>The commit that was merged, released or deployed.</summary>
    public CommitSha? Sha { get; init; }

    /// <summary>Where it was deployed, or where production went back.</summary>
    public string? Environment { get; init; }

    /// <summary>The one thing that blocks, or why it was given up or taken back.</summary>
    public string? Reason { get; init; }

    /// <summary>Who did it or, when it is blocked, who clears it; never a mention.</summary>
    public string? Who { get; init; }

    /// <summary>Where more can be read: the log, the release; without it the pull request is linked.</summary>
    public string? Url { get; init; }

    /// <summary>What tells this from the same event earlier, the number of a deployment for example.</summary>
    public string? Occurrence { get; init; }

    /// <summary>Names the state that is told about, the same on every run: <c>released/0a1b2c3d4e5f</c>. What was told under it is not told again.</summary>
    public string Key => $"{AnnouncementText.Name(Event)}/{Hash(string.Join('\n', Subject().Prepend(Branch.Value)))}";

    /// <summary>What is posted, in the webhook's language; JSON.</summary>
    public string BodyFor(WebhookKind kind) => kind == WebhookKind.Slack ? SlackMessage.Of(this) : AnnouncementJson.Of(this);

    private IEnumerable<string?> Subject() =>
        Event switch
        {
            AnnouncementEvent.PullRequestOpened => [Number()],
            AnnouncementEvent.Blocked => [Reason, Who],
            AnnouncementEvent.Merged => [Number(), Sha?.Value],
            AnnouncementEvent.Staged or AnnouncementEvent.Deployed or AnnouncementEvent.RolledBack => [Environment, Tag?.Name, Sha?.Value, Occurrence],
            AnnouncementEvent.Released => [Tag?.Name],
            AnnouncementEvent.Finished => [Tag?.Name],
            _ => [],
        };

    private string? Number() => PullRequest?.Number.ToString(CultureInfo.InvariantCulture);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
