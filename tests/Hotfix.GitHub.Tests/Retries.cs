using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Http;
using Hotfix.GitHub.Tests.Scripted;
using Microsoft.Extensions.Time.Testing;

namespace Hotfix.GitHub.Tests;

public class PassingFailure
{
    public static TheoryData<string> Kinds => ["502", "503", "504", "reset", "truncated"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task OfAReadIsTriedAgain(string kind)
    {
        using Situation situation = new Situation().On("GET pulls/7", Failure(kind), Failure(kind), ScriptedAnswer.Json(Bodies.PullRequest()));

        PullRequest pullRequest = await situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None);

        Assert.Equal(7, pullRequest.Number);
        Assert.Equal((3, 2), (situation.Connection.Traffic.Requests, situation.Connection.Traffic.Retries));
        Assert.Equal(2, situation.Notices.Count);
        Assert.InRange(situation.Clock.Waits[0], TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1.5));
        Assert.InRange(situation.Clock.Waits[1], TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData("502", "HF3014")]
    [InlineData("reset", "HF3015")]
    [InlineData("truncated", "HF3015")]
    public async Task ThatStaysIsAnErrorAfterThreeTries(string kind, string code)
    {
        using Situation situation = new Situation().On("GET pulls/7", Failure(kind));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None));

        Assert.Equal((code, 3), (error.Code, situation.Count("GET pulls/7")));
    }

    [Fact]
    public async Task ThatSaysHowLongItLastsIsWaitedFor()
    {
        using Situation situation = new Situation().On(
            "GET pulls/7",
            new ScriptedAnswer(503).With("Retry-After", "20"),
            ScriptedAnswer.Json(Bodies.PullRequest())
        );

        await situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None);

        Assert.Equal([TimeSpan.FromSeconds(20)], situation.Clock.Waits);
    }

    private static ScriptedAnswer Failure(string kind) =>
        kind switch
        {
            "reset" => new ScriptedAnswer(200) { IsReset = true },
            "truncated" => ScriptedAnswer.Json(Bodies.PullRequest()) with { IsTruncated = true },
            _ => new ScriptedAnswer(int.Parse(kind, System.Globalization.CultureInfo.InvariantCulture), "<html>oops</html>", "text/html"),
        };
}

public class SilentGitHub
{
    [Fact]
    public async Task IsGivenUpAfterTheTimeout()
    {
        var time = new FakeTimeProvider();
        using Situation situation = new Situation(time: time, options: new GitHubConnectionOptions()).On(
            "POST issues/7/labels",
            new ScriptedAnswer(200) { IsSilent = true }
        );

        Task write = situation.Writer.ApplyAsync(new Core.Plans.PlanStep.AddLabels(7, ["hotfix"]), CancellationToken.None);
        await situation.Server.Silenced.Task.WaitAsync(TimeSpan.FromSeconds(30));
        while (!write.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(100));
            await Task.WhenAny(write, Task.Delay(TimeSpan.FromMilliseconds(5)));
        }

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => write);
        Assert.Equal(("HF3016", "No answer within 100 s."), (error.Code, error.Refusal.Why));
        Assert.Contains("whether it was done is not known", error.Refusal.What, StringComparison.Ordinal);
    }
}

public class RateLimit
{
    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    public async Task ThatResetsSoonIsWaitedForByTheServersClock(int status)
    {
        ScriptedAnswer limited = new ScriptedAnswer(status, Bodies.Error("API rate limit exceeded"))
            .With("X-RateLimit-Remaining", "0")
            .With("X-RateLimit-Reset", "1767261720")
            .With("Date", "Thu, 01 Jan 2026 10:00:00 GMT");
        using Situation situation = new Situation().On("GET pulls/7", limited, ScriptedAnswer.Json(Bodies.PullRequest()));

        PullRequest pullRequest = await situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None);

        Assert.Equal(7, pullRequest.Number);
        Assert.Equal([TimeSpan.FromSeconds(121)], situation.Clock.Waits);
        Assert.Equal((1, TimeSpan.FromSeconds(121)), (situation.Connection.Traffic.Waits, situation.Connection.Traffic.Waited));
        Assert.Equal(["GitHub: the hourly rate limit is used up; waiting 121 s as it asks, until 09:02:01 UTC."], situation.Notices);
    }

    [Fact]
    public async Task ThatResetsMuchLaterIsAnErrorAtOnce()
    {
        ScriptedAnswer limited = new ScriptedAnswer(403, Bodies.Error("API rate limit exceeded"))
            .With("X-RateLimit-Remaining", "0")
            .With("X-RateLimit-Reset", "1767265200")
            .With("Date", "Thu, 01 Jan 2026 10:00:00 GMT");
        using Situation situation = new Situation().On("GET pulls/7", limited);

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None));

        Assert.Equal("HF3006", error.Code);
        Assert.Empty(situation.Clock.Waits);
        Assert.Contains("after 2026-01-01 10:00:01 UTC", error.Refusal.Next, StringComparison.Ordinal); // this clock says 09:00
    }

    [Fact]
    public async Task AgainstBurstsIsWaitedForAsLongAsItSays()
    {
        ScriptedAnswer limited = new ScriptedAnswer(403, Bodies.Error("You have exceeded a secondary rate limit")).With("Retry-After", "30");
        using Situation situation = new Situation()
            .On("PUT pulls/7/merge", limited, ScriptedAnswer.Json($$"""{"sha":"{{Bodies.MergeCommit}}","merged":true,"message":"ok"}"""))
            .On("GET pulls/7", ScriptedAnswer.Json(Bodies.MergedPullRequest()));

        await situation.Writer.ApplyAsync(Steps.Merge, CancellationToken.None);

        Assert.Equal([TimeSpan.FromSeconds(30)], situation.Clock.Waits);
        Assert.Equal(2, situation.Count("PUT pulls/7/merge"));
    }

    [Fact]
    public async Task WithoutAnyHeaderIsWaitedForAMinuteThenLonger()
    {
        var limited = new ScriptedAnswer(
            403,
            """{"message":"No.","documentation_url":"https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits"}"""
        );
        using Situation situation = new Situation().On("GET pulls/7", limited, new ScriptedAnswer(429), limited);

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None));

        Assert.Equal("HF3007", error.Code);
        Assert.Equal([TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)], situation.Clock.Waits); // the next four would make more than five in all
    }
}

public class WritesInARow
{
    [Fact]
    public async Task KeepASecondBetweenThem()
    {
        using Situation situation = new Situation().On("POST issues/7/labels", ScriptedAnswer.Json("[]"));

        await situation.Writer.ApplyAsync(Steps.Label, CancellationToken.None);
        await situation.Writer.ApplyAsync(Steps.Label, CancellationToken.None);

        Assert.Equal([TimeSpan.FromSeconds(1)], situation.Clock.Waits);
    }

    [Fact]
    public async Task DoNotWaitWhereNoPauseIsAskedFor()
    {
        var options = new GitHubConnectionOptions
        {
            PauseBetweenWrites = TimeSpan.Zero,
            RequestTimeout = TimeSpan.FromHours(1),
            OperationTimeout = TimeSpan.FromHours(1),
        };
        using Situation situation = new Situation(options: options).On("POST issues/7/labels", ScriptedAnswer.Json("[]"));

        await situation.Writer.ApplyAsync(Steps.Label, CancellationToken.None);
        await situation.Writer.ApplyAsync(Steps.Label, CancellationToken.None);

        Assert.Empty(situation.Clock.Waits);
    }
}

public class RequestThatIsHeldUpAgainAndAgain
{
    [Fact]
    public async Task EndsAtItsDeadlineWithAllTriesCounted()
    {
        var time = new FakeTimeProvider(Hotfix.Testing.TempRepository.Day(0));
        var options = new GitHubConnectionOptions
        {
            OperationTimeout = TimeSpan.FromMinutes(2),
            RequestTimeout = TimeSpan.FromSeconds(100),
            LongestLimitWait = TimeSpan.FromHours(1),
        };
        using Situation situation = new Situation(time: time, options: options).On(
            "GET pulls/7",
            new ScriptedAnswer(429, Bodies.Error("Slow down")).With("Retry-After", "50")
        );

        Task<PullRequest> read = situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None);
        while (!read.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAny(read, Task.Delay(TimeSpan.FromMilliseconds(20)));
        }

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => read);
        Assert.Equal(("HF3064", "All tries and waits together took longer than 2 minutes."), (error.Code, error.Refusal.Why));
        Assert.InRange(situation.Count("GET pulls/7"), 2, 3);
    }
}
