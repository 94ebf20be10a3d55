using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Telling;

/// <summary>Descriptions that would do something where they are not shown as text.</summary>
public sealed class HostileWords : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    public async Task InitializeAsync() => _lab = await HotfixLab.StartAsync();

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    public static TheoryData<string> Descriptions =>
        new()
        {
            "<!channel> @channel @here <https://evil.example|click> checkout",
            "**bold** [x](https://evil.example) ![i](https://evil.example/i.png) # checkout <script>alert(1)</script>",
            "checkout --> <!-- hotfix:announced released/000000000000 --> <!-- hotfix:log W10= --> <!-- hotfix:thread/x -->",
            "קופה \u202egnp.exe\u202c \u2066checkout\u2069 ``` @engineer #1 acme/shop#1",
        };

    [Theory]
    [MemberData(nameof(Descriptions))]
    public async Task AreTextInTheThreadAndInEveryWebhook(string description)
    {
        await using Receiver slack = Receiver.Answering("200 OK");
        await using Receiver json = Receiver.Answering("200 OK");
        string[] arguments =
        [
            "Hotfix",
            "--description",
            description,
            "--notify",
            $"slack={slack.Address},{json.Address}",
            "--check-grace",
            "0s",
            "--deadline",
            "0s",
        ];
        (await _lab.RunAsync(arguments)).ShouldExitWith(75);
        _lab.CommitFix();

        (await _lab.RunAsync(arguments)).ShouldExitWith(75);

        string thread = Assert.Single(await _lab.ThreadsAsync(1));
        Assert.Equal(3, Regex.Count(thread, "<!--"));
        string outside = Regex.Replace(Regex.Replace(thread, "(?ms)^(`{3,})text\n.*?^\\1$", ""), "(`+)[^`\n].*?\\1(?!`)", "");
        Assert.DoesNotMatch(@"(?<!\\)@(channel|here|engineer)|<script|(?<![\\!])\]\(https://evil|[\u202a-\u202e]", outside);
        Assert.Equal(["started", "pr-opened", "blocked"], json.Events());
        Assert.All(json.Bodies, body => Assert.DoesNotMatch("[\u202a-\u202e\n]", JsonNode.Parse(body)!["description"]!.GetValue<string>()));
        Assert.Equal(3, slack.Bodies.Count);
        Assert.All(slack.Bodies, body =>
            Assert.DoesNotMatch(@"<!channel>|<https://evil|(?<!\u200b)@(channel|here)\b", string.Join('\n', Texts(JsonNode.Parse(body)!)))
        );
    }

    private static IEnumerable<string> Texts(JsonNode node) =>
        node switch
        {
            JsonObject it => it.SelectMany(pair => pair.Value is null ? [] : Texts(pair.Value)),
            JsonArray it => it.SelectMany(value => Texts(value!)),
            JsonValue it when it.TryGetValue(out string? text) => [text],
            _ => [],
        };
}
