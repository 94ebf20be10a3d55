using Hotfix.Core.Requests;
using Hotfix.Core.Telling;

namespace Hotfix.Pipeline.Runs;

/// <summary>What came of one announcement at one webhook.</summary>
/// <param name="Webhook">Shown by its name only; its address is a secret.</param>
/// <param name="Announcement">What was told.</param>
/// <param name="Failure">Why it is not known to have arrived; <c>null</c> when it was accepted.</param>
internal sealed record Delivery(Webhook Webhook, Announcement Announcement, string? Failure)
{
    /// <summary>One line for the summary.</summary>
    public override string ToString() => $"{AnnouncementText.Name(Announcement.Event)} to {Webhook.Name}: {Failure ?? "accepted"}";
}
