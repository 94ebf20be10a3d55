using Hotfix.Core.Errors;
using Hotfix.Core.Requests;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Requests;

public sealed class TimeThatWasTyped
{
    [Theory]
    [InlineData("2026-01-05T03:12:00Z", "2026-01-05T03:12:00+00:00")]
    [InlineData(" 2026-01-05t03:12z ", "2026-01-05T03:12:00+00:00")]
    [InlineData("2026-01-05 04:12+01:00", "2026-01-05T04:12:00+01:00")]
    [InlineData("2026-01-04T22:12:30.25-05:00", "2026-01-04T22:12:30.25-05:00")]
    public void IsUnderstoodWithItsZone(string text, string expected) =>
        Assert.Equal(
            DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            PointInTime.Parse("--incident-start", text, Some.Day(30))
        );

    [Theory]
    [InlineData("2026-01-05T03:12:00", "zone")]
    [InlineData("2026-01-05", "zone")]
    [InlineData("yesterday", "zone")]
    [InlineData("", "zone")]
    [InlineData("05.01.2026 03:12Z", "zone")]
    [InlineData("2026-02-30T03:12:00Z", "no such day")]
    [InlineData("2026-01-05T25:12:00Z", "no such day")]
    [InlineData("2026-03-01T00:00:00Z", "lies ahead")]
    public void IsRefusedWhenItCouldMeanSeveralOrNone(string text, string why)
    {
        HotfixException refused = Assert.Throws<HotfixException>(() => PointInTime.Parse("--incident-start", text, Some.Day(30)));

        Assert.Equal("HF1042", refused.Code);
        Assert.Contains(why, refused.Refusal.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void IsNoneWhenNothingWasTyped() => Assert.Null(PointInTime.Parse("--incident-start", null, Some.Day(30)));
}
