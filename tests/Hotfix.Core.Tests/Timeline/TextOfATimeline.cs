using System.Text.RegularExpressions;
using Hotfix.Core.Timeline;

namespace Hotfix.Core.Tests.Timeline;

public sealed class TextOfATimeline
{
    private static readonly HotfixTimeline Short = HotfixTimeline.Of(
        [
            TimelineOfAHotfix.Moment(MomentKind.FirstCommit, 0),
            TimelineOfAHotfix.Moment(MomentKind.PullRequest, 61),
            TimelineOfAHotfix.Moment(MomentKind.Production, 65),
        ],
        [],
        now: null
    );

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(59, "59 s")]
    [InlineData(3_600, "1 h 0 min 0 s")]
    [InlineData(93_784, "1 d 2 h 3 min 4 s")]
    [InlineData(-61, "-1 min 1 s")]
    public void RoundsNoDuration(int seconds, string text) => Assert.Equal(text, TimelineText.Duration(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void NamesTheZoneOfATime() =>
        Assert.Equal("2026-01-05 02:12:40 UTC", TimelineText.Instant(new DateTimeOffset(2026, 1, 5, 3, 12, 40, TimeSpan.FromHours(1))));

    [Fact]
    public void IsATableWithTheTimeSinceTheMomentBefore() =>
        Assert.Equal(
            """
            | when | since the one before | what | known from |
            |---|--:|---|---|
            | 2026-01-01 09:00:00 UTC |  | first commit | [pull request \#&#8203;7](https://github.com/acme/shop/pull/7) |
            | 2026-01-01 10:01:00 UTC | 1 h 1 min 0 s | pull request opened | [pull request \#&#8203;7](https://github.com/acme/shop/pull/7) |
            | 2026-01-01 10:05:00 UTC | 4 min 0 s | in production | [pull request \#&#8203;7](https://github.com/acme/shop/pull/7) |

            """.ReplaceLineEndings("\n"),
            TimelineText.Moments(Short)
        );

    [Fact]
    public void ShowsSharesThatAddUpAsTheyAreShown()
    {
        string text = TimelineText.Occupations(Short);

        int[] minutes =
        [
            .. Regex
                .Matches(text, @"(?:(\d+) h )?(\d+) min 0 s")
                .Select(match => (match.Groups[1].Success ? 60 * int.Parse(match.Groups[1].Value) : 0) + int.Parse(match.Groups[2].Value)),
        ];
        Assert.Equal([61, 4, 65], minutes);
        Assert.Contains("**in all** | **1 h 5 min 0 s**", text, StringComparison.Ordinal);
    }

    [Fact]
    public void EscapesWhereItIsKnownFrom()
    {
        HotfixTimeline timeline = HotfixTimeline.Of(
            [new Moment(MomentKind.Incident, Short.Start!.At, "a | b\n# @team <b>", "javascript:alert(1)")],
            [],
            now: null
        );

        string row = TimelineText.Moments(timeline).Split('\n')[2];

        Assert.EndsWith(@"| a \| b \#&#8203; \@&#8203;team \<b\> |", row, StringComparison.Ordinal);
    }
}
