using Hotfix.Core.Requests;

namespace Hotfix.Core.Tests.Telling;

public sealed class AddressOfAWebhook
{
    [Theory]
    [InlineData("https://hooks.slack.com/services/T0/B0/secret", WebhookKind.Slack, "slack at hooks.slack.com")]
    [InlineData(" https://chat.example/hook?key=secret ", WebhookKind.Json, "json at chat.example")]
    [InlineData("slack=https://chat.example/hook?a=secret", WebhookKind.Slack, "slack at chat.example")]
    [InlineData("json=https://name:secret@hooks.slack.com/x", WebhookKind.Json, "json at hooks.slack.com")]
    [InlineData("http://127.0.0.1:8080/secret", WebhookKind.Json, "json at 127.0.0.1")]
    internal void SaysItsKindAndKeepsItsSecret(string text, WebhookKind kind, string name)
    {
        Webhook? webhook = Webhook.TryParse(text);

        Assert.Equal((kind, name), (webhook!.Kind, $"{webhook}"));
        Assert.Contains("http", webhook.Address.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hooks.slack.com/services")]
    [InlineData("http://chat.example/hook")]
    [InlineData("ftp://chat.example/hook")]
    [InlineData("teams=https://chat.example/hook")]
    [InlineData("slack=")]
    public void IsRefusedWhereItCannotBeOne(string text) => Assert.Null(Webhook.TryParse(text));
}
