using System.Text.Json.Nodes;
using Hotfix.Core.Telling;
using Hotfix.Core.Tests.Building;
using Hotfix.Testing;

namespace Hotfix.Core.Tests.Telling;

public sealed class AnnouncementInJson
{
    public static TheoryData<string> Descriptions => Hostile.Descriptions;

    private static readonly JsonObject Schema = JsonNode
        .Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "announcement.schema.json")))!
        .AsObject();

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void IsOneLineOfAsciiWithWordsOnOneLine(string description)
    {
        string json = AnnouncementJson.Of(Hostile.Announcement(description));

        Assert.Matches("^[ -~]+$", json);
        Assert.DoesNotMatch("[<>&']", json);
        JsonObject it = JsonNode.Parse(json)!.AsObject();
        Assert.All(["description", "reason", "who", "environment"], name => Assert.InRange(((string)it[name]!).Length, 0, 503));
        Assert.DoesNotMatch(@"[\p{Cc}\u202a-\u202e]", (string)it["description"]!);
    }

    [Fact]
    public void HasTheDocumentedPropertiesAndNoOthers()
    {
        JsonObject it = JsonNode.Parse(AnnouncementJson.Of(Hostile.Announcement("null ref in checkout")))!.AsObject();

        string[] names = [.. it.Select(pair => pair.Key)];
        Assert.Equal(Schema["properties"]!.AsObject().Select(pair => pair.Key).Order(), names.Order());
        Assert.Equal(Schema["required"]!.AsArray().Select(name => (string)name!).Order(), names.Order());
        Assert.Equal((string)Schema["properties"]!["schema"]!["const"]!, (string)it["schema"]!);
        Assert.Matches((string)Schema["properties"]!["key"]!["pattern"]!, (string)it["key"]!);
        Assert.Equal(("released", "v1.4.3", "1.4.3", "standard"), ((string)it["event"]!, (string)it["tag"]!, (string)it["version"]!, (string)it["lane"]!));
        Assert.Equal("https://github.com/acme/shop/pull/7", (string)it["url"]!);
    }

    [Fact]
    public void KnowsEveryDocumentedEvent() =>
        Assert.Equal(
            Schema["properties"]!["event"]!["enum"]!.AsArray().Select(name => (string)name!),
            Enum.GetValues<AnnouncementEvent>().Select(AnnouncementText.Name)
        );

    [Fact]
    public void SaysNullWhereNothingIsKnown()
    {
        JsonObject it = JsonNode.Parse(AnnouncementJson.Of(new Announcement(AnnouncementEvent.Started, "acme/shop", Some.HotfixName, Some.Day(0))))!.AsObject();

        Assert.Equal("2026-01-01T09:00:00Z", (string)it["at"]!);
        Assert.Equal("null ref in checkout", (string)it["description"]!);
        Assert.Equal(
            ["reason", "who", "lane", "pullRequest", "tag", "version", "sha", "environment", "url"],
            it.Where(pair => pair.Value is null).Select(pair => pair.Key)
        );
    }

    [Fact]
    public void HasATitleForEveryEvent()
    {
        Announcement full = Hostile.Announcement("x") with { Who = "ada", Environment = "production" };

        string[] titles = [.. Enum.GetValues<AnnouncementEvent>().Select(it => AnnouncementText.Title(full with { Event = it }))];

        Assert.Equal(
            [
                "Hotfix started by ada",
                "Hotfix has pull request #7: review it now",
                "Hotfix v1.4.3 waits for ada",
                "Hotfix is merged: pull request #7",
                "Hotfix v1.4.3 runs on production",
                "Hotfix v1.4.3 is released",
                "Hotfix v1.4.3 runs on production",
                "production went back to v1.4.3 by ada",
                "Hotfix v1.4.3 is finished",
                "Hotfix was abandoned by ada",
            ],
            titles
        );
    }
}
