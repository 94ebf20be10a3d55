using Hotfix.Core.Errors;
using Hotfix.GitHub.Tests.Scripted;

namespace Hotfix.GitHub.Tests;

public class RefusedRequest
{
    [Theory]
    [InlineData(400, "HF3018")]
    [InlineData(401, "HF3003")]
    [InlineData(403, "HF3004")]
    [InlineData(404, "HF3008")]
    [InlineData(405, "HF3070")]
    [InlineData(409, "HF3011")]
    [InlineData(410, "HF3018")]
    [InlineData(422, "HF3012")]
    [InlineData(451, "HF3013")]
    [InlineData(500, "HF3014")]
    [InlineData(503, "HF3014")]
    public async Task HasACodeAndGitHubsOwnWords(int status, string code)
    {
        using Situation situation = new Situation().On("GET pulls/7", new ScriptedAnswer(status, Bodies.Error("These are GitHub's words")));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None));

        Assert.Equal(code, error.Code);
        Assert.Contains("read pull request #7", error.Refusal.What, StringComparison.Ordinal);
        Assert.Contains($"HTTP {status}: These are GitHub's words", error.Refusal.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForLackOfAPermissionNamesIt()
    {
        ScriptedAnswer fineGrained = new ScriptedAnswer(403, Bodies.Error("Resource not accessible")).With(
            "X-Accepted-GitHub-Permissions",
            "pull_requests=read"
        );
        ScriptedAnswer classic = new ScriptedAnswer(403, Bodies.Error("No")).With("X-Accepted-OAuth-Scopes", "repo").With("X-OAuth-Scopes", "gist");
        using Situation situation = new Situation().On("GET pulls/7", fineGrained, classic);

        HotfixException first = await Assert.ThrowsAsync<HotfixException>(() => situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None));
        HotfixException second = await Assert.ThrowsAsync<HotfixException>(() => situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None));

        Assert.Contains("the permission pull_requests=read", first.Refusal.Next, StringComparison.Ordinal);
        Assert.Contains("one of the scopes repo (it has gist)", second.Refusal.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForLackOfSingleSignOnHasTheLink()
    {
        ScriptedAnswer answer = new ScriptedAnswer(403, Bodies.Error("Resource protected by organization SAML enforcement")).With(
            "X-GitHub-SSO",
            "required; url=https://github.test/orgs/acme/sso?x=1"
        );
        using Situation situation = new Situation().On("GET pulls/7", answer);

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None));

        Assert.Equal(("HF3005", "Authorise the token: https://github.test/orgs/acme/sso?x=1"), (error.Code, error.Refusal.Next));
    }

    [Theory]
    [InlineData(
        """[{"resource":"Label","field":"name","code":"missing_field"},{"code":"custom","message":"Two is wrong"}]""",
        "Label name missing_field; Two is wrong"
    )]
    [InlineData("""["One is wrong","Two is wrong"]""", "One is wrong; Two is wrong")]
    [InlineData("\"One is wrong\"", "One is wrong")]
    [InlineData("""{"message":"One is wrong"}""", "One is wrong")]
    public async Task NamesEveryReason(string errors, string reasons)
    {
        using Situation situation = new Situation().On("GET pulls/7", new ScriptedAnswer(422, Bodies.Error("Validation Failed", errors)));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None));

        Assert.Equal($"HTTP 422: Validation Failed; {reasons}", error.Refusal.Why);
    }

    [Fact]
    public async Task ByAProxyIsQuotedShortly()
    {
        string page = "<html>\n<body>Blocked by policy</body></html>" + new string('x', 5000);
        using Situation situation = new Situation().On("GET pulls/7", new ScriptedAnswer(407, page, "text/html"));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None));

        Assert.Equal("HF3018", error.Code);
        Assert.InRange(error.Refusal.Why.Length, 20, 230);
    }
}

public class AnswerOfAnotherShape
{
    [Theory]
    [InlineData("<html>Welcome to the portal</html>", "text/html")]
    [InlineData("", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("{}", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("""{"number":7}""", "application/json")]
    [InlineData("""{"number":"seven"}""", "application/json")]
    [InlineData("""{"number":7""", "application/json")]
    public async Task IsAnErrorAndNotAnEmptyResult(string body, string contentType)
    {
        using Situation situation = new Situation().On("GET pulls/7", new ScriptedAnswer(200, body, contentType));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None));

        Assert.Equal("HF3017", error.Code);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"total_count":0}""")]
    [InlineData("""{"total_count":1,"check_runs":null}""")]
    public async Task IsNotTakenForNoChecks(string body)
    {
        using Situation situation = new Situation().On($"GET commits/{Bodies.Head}/check-runs", ScriptedAnswer.Json(body));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() =>
            situation.Reader.Checks.ListAsync(Core.Refs.CommitSha.Parse(Bodies.Head), CancellationToken.None)
        );

        Assert.Equal("HF3017", error.Code);
    }
}

public class GitHubOutOfReach
{
    [Fact]
    public async Task SaysThatTheConnectionCouldNotBeMade()
    {
        using var situation = new Situation();
        situation.Server.Dispose();

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None));

        Assert.Equal(("HF3015", "The connection could not be made."), (error.Code, error.Refusal.Why));
    }
}

public class CancelledCaller
{
    [Fact]
    public async Task StopsWaitingForAnAnswerInRawAndTypedCalls()
    {
        using Situation situation = new Situation().On("GET pulls/7", new ScriptedAnswer(200) { IsSilent = true });
        situation.Server.On("GET /user", new ScriptedAnswer(200) { IsSilent = true });
        using var stop = new CancellationTokenSource();

        Task raw = situation.Reader.PullRequests.ReadAsync(7, stop.Token);
        Task typed = situation.Reader.Repositories.ReadLoginAsync(stop.Token);
        await situation.Server.Silenced.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => raw.WaitAsync(TimeSpan.FromSeconds(30)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => typed.WaitAsync(TimeSpan.FromSeconds(30)));
    }
}
