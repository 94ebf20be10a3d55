using Hotfix.GitHub.Http;

namespace Hotfix.GitHub.Tests;

public class TimeOfTheServer
{
    private static readonly DateTimeOffset Here = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 0)]
    [InlineData(-1, 0)]
    [InlineData(90, 90)]
    [InlineData(-3600, -3600)]
    public void IsTheNewestAnswersDateUnlessBothAgree(int seconds, int ahead)
    {
        var clock = new ServerClock(new FixedTime());

        clock.Observe(Here.AddSeconds(-500));
        clock.Observe(Here.AddSeconds(seconds));

        Assert.Equal(Here.AddSeconds(ahead), clock.GetUtcNow());
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Here;
    }
}
