using Hotfix.GitHub.Http;
using Hotfix.GitHub.Tests.Scripted;
using Microsoft.Extensions.Time.Testing;

namespace Hotfix.GitHub.Tests;

// A server without entity tags saw the same address asked for up to ten times in one look.
public class AskedTwice
{
    private readonly FakeTimeProvider _time = new(Hotfix.Testing.TempRepository.Day(0));

    private GitHubConnectionOptions Options { get; } =
        new()
        {
            LookEndsAfter = TimeSpan.FromMilliseconds(300),
            PauseBetweenWrites = TimeSpan.Zero,
            RequestTimeout = TimeSpan.FromHours(1),
            OperationTimeout = TimeSpan.FromHours(1),
        };

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task WithinALookIsAskedOnce(int status)
    {
        using Situation situation = Start(status);

        await LatestAsync(situation);
        _time.Advance(TimeSpan.FromMilliseconds(200));
        await LatestAsync(situation);
        _time.Advance(TimeSpan.FromMilliseconds(200));
        await LatestAsync(situation);

        Assert.Equal(1, situation.Count("GET releases/latest"));
    }

    [Fact]
    public async Task AfterAPauseIsAskedAgain()
    {
        using Situation situation = Start(404);

        await LatestAsync(situation);
        _time.Advance(TimeSpan.FromMilliseconds(500));
        await LatestAsync(situation);

        Assert.Equal(2, situation.Count("GET releases/latest"));
    }

    [Fact]
    public async Task AfterAChangeIsAskedAgain()
    {
        using Situation situation = Start(404);

        await LatestAsync(situation);
        await situation.Writer.ApplyAsync(Steps.Label, CancellationToken.None);
        await LatestAsync(situation);

        Assert.Equal(2, situation.Count("GET releases/latest"));
    }

    private Situation Start(int status) =>
        new Situation(time: _time, options: Options)
            .On("GET releases/latest", new ScriptedAnswer(status, status == 200 ? Bodies.Release() : Bodies.Error("Not Found")))
            .On("POST issues/7/labels", ScriptedAnswer.Json("[]"));

    private static Task LatestAsync(Situation situation) => situation.Reader.Releases.ReadLatestAsync(CancellationToken.None);
}
