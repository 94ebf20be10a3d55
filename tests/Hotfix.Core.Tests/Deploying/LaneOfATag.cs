using Hotfix.Core.Deploying;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Tests.Deploying;

public sealed class LaneOfATag
{
    [Theory]
    [InlineData("Release v1.4.3\n\nGuard\n\nHotfix-Lane: exceptional\nHotfix-Pull-Request: https://x/1\n", Lane.Exceptional)]
    [InlineData("Release v1.4.3\r\n\r\nhotfix-lane: Standard\r\n", Lane.Standard)]
    [InlineData("Release v1.4.3\n\nHotfix-Lane: standard\n\nHotfix-Lane: exceptional\n", Lane.Exceptional)]
    public void IsWhatTheTrailerSays(string message, Lane lane) => Assert.Equal(lane, TagLane.Decide(message, isOnDefaultBranch: lane == Lane.Exceptional));

    [Theory]
    [InlineData("Release v1.4.3\n")]
    [InlineData("")]
    [InlineData("Hotfix-Lane: fast\n")]
    public void WithoutATrailerTheStricterOneIsTakenOffTheDefaultBranch(string message)
    {
        Assert.Equal(Lane.Standard, TagLane.Decide(message, isOnDefaultBranch: true));
        Assert.Equal(Lane.Exceptional, TagLane.Decide(message, isOnDefaultBranch: false));
    }
}
