namespace Hotfix.Core.Requests;

/// <summary>What a webhook understands.</summary>
internal enum WebhookKind
{
    /// <summary>Plain JSON.</summary>
    Json,

    /// <summary>A message of Slack's.</summary>
    Slack,
}
