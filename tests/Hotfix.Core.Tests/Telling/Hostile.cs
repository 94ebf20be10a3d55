using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Telling;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Telling;

/// <summary>What people may write, and an announcement that says it.</summary>
internal static class Hostile
{
    public const string Mark = "<!-- hotfix:announced released/000000000000 -->";

    public static TheoryData<string> Descriptions =>
        [
            "<!channel> <!here> <!everyone> <@U012AB3CD> <!subteam^S012> @channel @here @everyone",
            "*bold* _italic_ ~gone~ `code` ```block``` > quote",
            "<https://evil.example/|click> [click](https://evil.example/) www.evil.example https://evil.example/?a=1&b=2",
            "<script>alert(1)</script><img src=x onerror=alert(1)> &lt;b&gt;",
            $"{Mark} --> <!-- /hotfix:report -->",
            "line one\r\n> quote\u2028# heading\n| a | b |\n```\n~~~\n@team #12",
            new string('x', 10_000),
            string.Concat(Enumerable.Repeat("<!channel>", 1_000)),
            "\u202eevil\u202c \u2067right\u2069 שלום عالم \u200f",
            "broken \ud83d and \udc4d, whole 👍🏽, nul \0, bell \a, escape \u001b[31m",
            "\"quoted\" \\back\\ {\"json\":true}",
            ":rotating_light: mail@evil.example",
            "   \t\n ",
        ];

    public static Announcement Announcement(string description) =>
        new(AnnouncementEvent.Released, "acme/shop", Some.HotfixName, Some.Day(3))
        {
            Description = description,
            Reason = description,
            Who = description,
            Environment = description,
            Lane = Lane.Standard,
            PullRequest = new PullRequestLink(7, "https://github.com/acme/shop/pull/7"),
            Tag = ReleaseTag.TryParse("v1.4.3"),
            Sha = Some.MergeCommit,
        };
}
