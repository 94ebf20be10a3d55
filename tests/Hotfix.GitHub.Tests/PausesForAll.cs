using Hotfix.GitHub.Http;
using Hotfix.GitHub.Tests.Scripted;

namespace Hotfix.GitHub.Tests;

/// <summary>A stated pause holds for every request, and pushes are writes, too.</summary>
public class PausesForAll
{
    [Fact]
    public async Task TheLongestPauseIsWaitedOutByEverybody()
    {
        var clock = new SkippingClock();
        var pause = new SharedPause(clock);
        DateTimeOffset before = clock.GetUtcNow();

        pause.Begin(TimeSpan.FromSeconds(30));
        pause.Begin(TimeSpan.FromSeconds(5));
        await pause.WaitAsync(CancellationToken.None);
        await pause.WaitAsync(CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(30), clock.GetUtcNow() - before);
    }

    [Fact]
    public async Task ASecondChangeWaitsForTheFirstWhoeverMakesIt()
    {
        var clock = new SkippingClock();
        using var pace = new WritePace(clock, TimeSpan.FromSeconds(1));

        (await pace.BeginAsync(CancellationToken.None)).Dispose();
        Task<IDisposable> second = pace.BeginAsync(CancellationToken.None);
        using IDisposable turn = await second;
        Task<IDisposable> third = pace.BeginAsync(CancellationToken.None);

        Assert.Equal([TimeSpan.FromSeconds(1)], clock.Waits);
        Assert.False(third.IsCompleted);
        turn.Dispose();
        (await third).Dispose();
    }
}
