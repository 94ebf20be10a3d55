using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hotfix.Core.Telling;

namespace Hotfix.Core.Tests.Telling;

public sealed class WordsInSlack
{
    public static TheoryData<string> Descriptions => Hostile.Descriptions;

    [Theory]
    [InlineData("a & b", "a &amp; b")]
    [InlineData("<!channel>", "&lt;\u200b!channel\u200b&gt;")]
    [InlineData("@here", "@\u200bhere")]
    [InlineData("*b*", "\u200b*\u200bb\u200b*\u200b")]
    [InlineData("v1.4.3 evil.example", "v1.4.3 evil.\u200bexample")]
    [InlineData("https://x", "https:\u200b//x")]
    public void AreTakenApart(string words, string escaped) => Assert.Equal(escaped, SlackText.Escape(words));

    [Theory]
    [InlineData("https://a.example/?x=1&y=2", "<https://a.example/?x=1&amp;y=2|more>")]
    [InlineData("https://a.example/|<!channel>", "<https://a.example/%7C%3C!channel%3E|more>")]
    [InlineData("javascript:alert(1)", "more")]
    [InlineData("https://name:word@a.example/", "more")]
    [InlineData(null, "more")]
    public void LinkOnlyToTheWeb(string? url, string link) => Assert.Equal(link, SlackText.Link("more", url));

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void PingAndFormatNothing(string description)
    {
        string json = SlackMessage.Of(Hostile.Announcement(description));

        JsonObject message = JsonNode.Parse(json)!.AsObject();
        string[] texts = [.. Texts(message)];
        string all = string.Join('\n', texts);
        Assert.Equal(["<https://github.com/acme/shop/pull/7|pull request 7>"], Regex.Matches(all, "<[^>]*>").Select(match => match.Value));
        Assert.DoesNotMatch(
            "@[a-z]|(?<!<)https?://|[*_~`][^\u200b\n]*(?<!\u200b)[_~`]|www\\.[a-z]|:[a-z_]+:(?!//)",
            all.Replace("<https://github.com/acme/shop/pull/7|pull request 7>", "", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(texts, text =>
            text.StartsWith('>') || text.StartsWith("&gt;", StringComparison.Ordinal) || text.Contains('\n', StringComparison.Ordinal)
        );
        Assert.All(texts, text => Assert.InRange(text.Length, 1, 3_000));
        Assert.True(json.All(char.IsAscii));
        Assert.Equal((false, "none", false), ((bool)message["mrkdwn"]!, (string)message["parse"]!, (bool)message["link_names"]!));
    }

    private static IEnumerable<string> Texts(JsonNode? node) =>
        node switch
        {
            JsonObject it => it.SelectMany(pair => pair is { Key: "text", Value: JsonValue text } ? [(string)text!] : Texts(pair.Value)),
            JsonArray them => them.SelectMany(Texts),
            _ => [],
        };
}
