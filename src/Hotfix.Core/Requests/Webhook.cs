namespace Hotfix.Core.Requests;

/// <summary>Where announcements are sent. Its address is a secret: who knows it can write there.</summary>
/// <param name="Kind">What it understands.</param>
/// <param name="Address">Absolute, <c>https</c> or <c>http</c>.</param>
internal sealed record Webhook(WebhookKind Kind, Uri Address)
{
    /// <summary>For people and logs: the kind and the host, never the path, the query or a password.</summary>
    public string Name => $"{(Kind == WebhookKind.Slack ? "slack" : "json")} at {Address.Host}";

    /// <summary>
    /// A webhook from <c>https://hooks.slack.com/…</c> (Slack by its host), <c>https://…</c> (JSON), <c>slack=https://…</c> or <c>json=https://…</c>;
    /// <c>null</c> when it is none, or would send unencrypted to another machine.
    /// </summary>
    public static Webhook? TryParse(string text)
    {
        string trimmed = text.Trim();
        int sign = trimmed.IndexOf('=', StringComparison.Ordinal);
        WebhookKind? named =
            sign < 0
                ? null
                : trimmed[..sign] switch
                {
                    "slack" => WebhookKind.Slack,
                    "json" => WebhookKind.Json,
                    _ => null,
                };
        bool isAddress =
            Uri.TryCreate(named is null ? trimmed : trimmed[(sign + 1)..], UriKind.Absolute, out Uri? address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
        return isAddress ? new Webhook(named ?? (address!.Host == "hooks.slack.com" ? WebhookKind.Slack : WebhookKind.Json), address!) : null;
    }

    /// <summary>The name: a record would print its secret.</summary>
    public override string ToString() => Name;
}
