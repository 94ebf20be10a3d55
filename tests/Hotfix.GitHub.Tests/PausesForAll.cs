using System.Collections.Concurrent;
using Hotfix.GitHub.Http;
using Hotfix.GitHub.Tests.Scripted;
using Microsoft.Extensions.Time.Testing;

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

    // Four requests went out side by side while the first of them had been told to wait.
    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task AStatedPauseHoldsForWhatWasNotToldOfIt(int status)
    {
        var clock = new FakeTimeProvider();
        var sent = new ConcurrentQueue<(string Path, DateTimeOffset At)>();
        var hour = TimeSpan.FromHours(1);
        var options = new GitHubConnectionOptions
        {
            RequestTimeout = hour,
            OperationTimeout = hour,
            Wire = network => new Recorder(network, clock, sent),
        };
        using Situation situation = new Situation(time: clock, options: options)
            .On("GET pulls/7", new ScriptedAnswer(status).With("Retry-After", "30"), ScriptedAnswer.Json(Bodies.PullRequest()))
            .On("GET pulls/8", ScriptedAnswer.Json(Bodies.PullRequest()))
            .On("GET pulls/9", ScriptedAnswer.Json(Bodies.PullRequest()));
        DateTimeOffset begin = clock.GetUtcNow();
        Task told = situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None);
        while (situation.Notices.Count == 0)
            await Task.Yield();

        Task others = Task.WhenAll(new[] { 8, 9 }.Select(number => situation.Reader.PullRequests.ReadAsync(number, CancellationToken.None)));
        for (int turns = 0; turns < 1_000; turns++)
            await Task.Yield();

        for (int seconds = 0; seconds < 31; seconds++)
            clock.Advance(TimeSpan.FromSeconds(1));

        await Task.WhenAll(told, others).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.All(sent.Skip(1), one => Assert.True(one.At >= begin.AddSeconds(30), $"{one.Path} was sent {one.At - begin} after the pause began"));
        Assert.Equal(4, sent.Count);
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

    /// <summary>Writes down when each request goes out.</summary>
    private sealed class Recorder(HttpMessageHandler network, TimeProvider time, ConcurrentQueue<(string Path, DateTimeOffset At)> sent)
        : DelegatingHandler(network)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent.Enqueue((request.RequestUri!.AbsolutePath, time.GetUtcNow()));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
