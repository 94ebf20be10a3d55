using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Hotfix.LocalGitHub.Faults;
using Octokit;

namespace Hotfix.LocalGitHub.Tests;

public sealed class ArmedFault
{
    [Fact]
    public async Task MayHitOneUserOnly()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.Faults.Add(
            new Fault(FaultKind.Status)
            {
                Path = "/user",
                Status = 502,
                User = "rita",
            }
        );

        HttpResponseMessage dev = await lab.Http("dev").GetAsync("/user");
        HttpResponseMessage rita = await lab.Http("rita").GetAsync("/user");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadGateway), (dev.StatusCode, rita.StatusCode));
    }

    [Fact]
    public async Task MaySleepUntilSomethingHappened()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.Faults.Add(
            new Fault(FaultKind.Status)
            {
                Path = "/user",
                Status = 502,
                After = "GET /repos/*",
            }
        );

        HttpStatusCode before = (await lab.Http("dev").GetAsync("/user")).StatusCode;
        await lab.Http("dev").GetAsync("/repos/acme/shop");
        HttpStatusCode after = (await lab.Http("dev").GetAsync("/user")).StatusCode;
        HttpStatusCode again = (await lab.Http("dev").GetAsync("/user")).StatusCode;

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadGateway, HttpStatusCode.OK), (before, after, again));
    }

    [Fact]
    public async Task AnswersItsStatusAsOftenAsToldAndNotMore()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.Faults.Add(
            new Fault(FaultKind.Status)
            {
                Path = "/user",
                Status = 503,
                Count = 2,
                RetryAfter = TimeSpan.FromSeconds(3),
            }
        );
        using HttpClient http = lab.Http("dev");

        HttpResponseMessage[] answers =
        [
            await http.GetAsync("/user"),
            await http.GetAsync("/repos/acme/shop"),
            await http.GetAsync("/user"),
            await http.GetAsync("/user"),
        ];

        Assert.Equal([503, 200, 503, 200], answers.Select(answer => (int)answer.StatusCode));
        Assert.Equal(TimeSpan.FromSeconds(3), answers[0].Headers.RetryAfter!.Delta);
    }

    [Theory]
    [InlineData(FaultKind.ResetBefore, 0)]
    [InlineData(FaultKind.ResetAfter, 1)]
    [InlineData(FaultKind.TruncatedBody, 1)]
    public async Task BreaksTheConnectionBeforeOrAfterTheWrite(FaultKind kind, int opened)
    {
        await using Lab lab = await Lab.StartAsync();
        lab.PushBranch("topic");
        lab.Server.Faults.Add(new Fault(kind) { Method = "POST", Path = "/repos/*/pulls" });

        await Assert.ThrowsAsync<HttpRequestException>(() => lab.Client("dev").PullRequest.Create("acme", "shop", new NewPullRequest("x", "topic", "main")));

        Assert.Equal(opened, (await lab.Client("dev").PullRequest.GetAllForRepository("acme", "shop")).Count);
    }

    [Fact]
    public async Task LosesTheAnswerOfAPushThatTookEffect()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.Faults.Add(new Fault(FaultKind.ResetAfter) { Path = "*/git-receive-pack" });

        Assert.Throws<InvalidOperationException>(() => lab.PushBranch("topic"));

        Assert.Contains("refs/heads/topic", lab.Work.Git(["ls-remote", "origin"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LimitsTheRateInBothOfGitHubsWays()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.Faults.Add(new Fault(FaultKind.PrimaryRateLimit) { Path = "/user", RetryAfter = TimeSpan.FromMinutes(5) });
        lab.Server.Faults.Add(new Fault(FaultKind.SecondaryRateLimit) { Path = "/user", RetryAfter = TimeSpan.FromSeconds(7) });
        lab.Server.Faults.Add(new Fault(FaultKind.TooManyRequests) { Path = "/user" });
        GitHubClient client = lab.Client("dev");

        var primary = await Assert.ThrowsAsync<RateLimitExceededException>(client.User.Current);
        var secondary = await Assert.ThrowsAsync<SecondaryRateLimitExceededException>(client.User.Current);
        var tooMany = await Assert.ThrowsAsync<ApiException>(client.User.Current);

        Assert.Equal(lab.Clock.GetUtcNow().AddMinutes(5), primary.Reset);
        Assert.Equal("7", secondary.HttpResponse.Headers["Retry-After"]);
        Assert.Equal(429, (int)tooMany.StatusCode);
    }

    [Fact]
    public async Task ServesWhatItServedBefore()
    {
        await using Lab lab = await Lab.StartAsync();
        PullRequest pull = await lab.OpenAsync("topic");
        GitHubClient client = lab.Client("dev");
        await client.PullRequest.Get("acme", "shop", pull.Number);
        await client.PullRequest.Merge("acme", "shop", pull.Number, new MergePullRequest());
        lab.Server.Faults.Add(new Fault(FaultKind.StaleRead) { Path = "/repos/*/pulls/*" });

        bool[] merged =
        [
            (await client.PullRequest.Get("acme", "shop", pull.Number)).Merged,
            (await client.PullRequest.Get("acme", "shop", pull.Number)).Merged,
        ];

        Assert.Equal([false, true], merged);
    }

    [Fact]
    public async Task ExpiresTheTokenInMidFlight()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.Faults.Add(new Fault(FaultKind.TokenExpired) { Skip = 1 });
        GitHubClient client = lab.Client("dev");
        await client.User.Current();

        await Assert.ThrowsAsync<AuthorizationException>(client.User.Current);
        await Assert.ThrowsAsync<AuthorizationException>(client.User.Current);

        lab.Tokens["dev"] = lab.Server.AddUser("dev");
        Assert.Equal("dev", (await lab.Client("dev").User.Current()).Login);
    }

    [Fact]
    public async Task SwallowsACheck()
    {
        await using Lab lab = await Lab.StartAsync();
        string sha = lab.PushBranch("topic");
        lab.Server.Faults.Add(new Fault(FaultKind.CheckLost) { Method = "POST", Path = "*/check-runs" });

        await lab.Client("ci").Check.Run.Create("acme", "shop", new NewCheckRun("build", sha));

        Assert.Equal(0, (await lab.Client("ci").Check.Run.GetAllForReference("acme", "shop", sha)).TotalCount);
    }

    [Fact]
    public async Task IsArmedOverHttpToo()
    {
        await using Lab lab = await Lab.StartAsync();
        using HttpClient http = lab.Http("dev");

        HttpResponseMessage armed = await http.PostAsJsonAsync(
            "/_local/faults",
            new
            {
                kind = "Status",
                path = "/user",
                status = 502,
                delay = "00:00:01",
            }
        );
        HttpResponseMessage hit = await http.GetAsync("/user");
        string log = await http.GetStringAsync("/_local/requests");

        Assert.Equal((201, 502), ((int)armed.StatusCode, (int)hit.StatusCode));
        Assert.Contains("\"path\":\"/user\",\"status\":502", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DelaysByTheServersClock()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.Faults.Add(new Fault(FaultKind.Slow) { Path = "/user", Delay = TimeSpan.FromMinutes(10) });
        Task<User> asked = lab.Client("dev").User.Current();
        await UntilAsync(() => lab.Server.Waiting == 1);
        bool early = asked.IsCompleted;

        lab.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.False(early);
        Assert.Equal("dev", (await asked).Login);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!condition() && waited.Elapsed < TimeSpan.FromSeconds(20))
            await Task.Yield();
    }
}
