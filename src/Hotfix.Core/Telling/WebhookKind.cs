namespace Hotfix.Core.Telling;

/// <summary>What a webhook understands.</summary>
public enum WebhookKind
{
    /// <summary><see cref="AnnouncementJson"/>.</summary>
    Json,

    /// <summary><see cref="SlackMessage"/>.</summary>
    Slack,
}
