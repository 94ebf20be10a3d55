using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Tests.Scripted;

namespace Hotfix.GitHub.Tests;

public class ExpiredCredential
{
    [Fact]
    public async Task IsAskedForOnceMore()
    {
        using Situation situation = new Situation(isRefused => isRefused ? "new-token" : "old-token").On(
            "GET pulls/7",
            new ScriptedAnswer(401, Bodies.Error("Bad credentials")),
            ScriptedAnswer.Json(Bodies.PullRequest())
        );

        await situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None);
        await situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None);

        Assert.Equal(["Token old-token", "Token new-token", "Token new-token"], situation.Server.Requests.Select(request => request.Header("Authorization")));
    }

    [Fact]
    public async Task ThatStaysRefusedIsAnError()
    {
        int asked = 0;
        using Situation situation = new Situation(_ => $"token-{++asked}").On("GET pulls/7", new ScriptedAnswer(401, Bodies.Error("Bad credentials")));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None));

        Assert.Equal(("HF3003", 2, 2), (error.Code, asked, situation.Server.Requests.Count));
    }
}

public class CredentialWithoutAUser
{
    [Fact]
    public async Task HasNoLogin()
    {
        using var situation = new Situation();
        situation.Server.On(
            "GET /user",
            new ScriptedAnswer(403, Bodies.Error("Resource not accessible by integration")),
            ScriptedAnswer.Json("""{"login":"ada","id":1}""")
        );

        string? app = await situation.Reader.Repositories.ReadLoginAsync(CancellationToken.None);
        string? user = await situation.Reader.Repositories.ReadLoginAsync(CancellationToken.None);

        Assert.Equal((null, "ada"), (app, user));
    }
}

public class AnotherHost
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    public async Task GetsTheRequestOfARedirectButNotTheCredential(int status)
    {
        using var elsewhere = new ScriptedServer();
        elsewhere.On("GET /moved", ScriptedAnswer.Json(Bodies.PullRequest()));
        using Situation situation = new Situation().On("GET pulls/7", new ScriptedAnswer(status).With("Location", $"{elsewhere.Address}moved"));

        PullRequest pullRequest = await situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None);

        Assert.Equal(7, pullRequest.Number);
        Assert.Null(elsewhere.Requests.Single().Header("Authorization"));
        Assert.Equal($"Token {Situation.Token}", situation.Server.Requests.Single().Header("Authorization"));
    }

    [Fact]
    public async Task GetsNoCredentialFromANextPageThere()
    {
        using var elsewhere = new ScriptedServer();
        elsewhere.On("GET /more", ScriptedAnswer.Json("[]"));
        using Situation situation = new Situation().On("GET pulls", ScriptedAnswer.Json("[]").With("Link", $"<{elsewhere.Address}more>; rel=\"next\""));

        await situation.Reader.PullRequests.ListAsync(BranchName.Parse("hotfix/null-ref"), CancellationToken.None);

        Assert.Null(elsewhere.Requests.Single().Header("Authorization"));
    }

    [Fact]
    public async Task GetsNoUpload()
    {
        using var elsewhere = new ScriptedServer();
        using var folder = new Testing.TempFolder();
        string release = Bodies.Release().Replace("{host}", elsewhere.Address.ToString().TrimEnd('/'), StringComparison.Ordinal);
        using Situation situation = new Situation().On("GET releases", ScriptedAnswer.Json($"[{release}]"));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() =>
            situation.Writer.ApplyAsync(Files.Upload(folder, "shop.zip", "content"), CancellationToken.None)
        );

        Assert.Equal("HF3023", error.Code);
        Assert.Empty(elsewhere.Requests);
    }
}

public class RenamedRepository
{
    [Fact]
    public async Task IsFollowedWithTheCredential()
    {
        using Situation situation = new Situation().On("GET pulls/7", new ScriptedAnswer(301).With("Location", "/repositories/42/pulls/7"));
        situation.Server.On("GET /repositories/42/pulls/7", ScriptedAnswer.Json(Bodies.PullRequest()));

        await situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None);

        Assert.All(situation.Server.Requests, request => Assert.Equal($"Token {Situation.Token}", request.Header("Authorization")));
    }

    [Fact]
    public async Task GetsAChangeOnlyWhereTheStatusKeepsTheMethod()
    {
        ScriptedAnswer ok = ScriptedAnswer.Json("[]");
        using Situation kept = new Situation().On("POST issues/7/labels", new ScriptedAnswer(307).With("Location", "/repositories/42/issues/7/labels"));
        kept.Server.On("POST /repositories/42/issues/7/labels", ok);
        using Situation lost = new Situation().On("POST issues/7/labels", new ScriptedAnswer(301).With("Location", "/repositories/42/issues/7/labels"));
        lost.Server.On("POST /repositories/42/issues/7/labels", ok).On("GET /repositories/42/issues/7/labels", ok);

        await kept.Writer.ApplyAsync(Steps.Label, CancellationToken.None);
        await Assert.ThrowsAsync<HotfixException>(() => lost.Writer.ApplyAsync(Steps.Label, CancellationToken.None));

        Assert.Equal("""{"labels":["hotfix"]}""", kept.Server.Requests[^1].Body);
        Assert.Single(lost.Server.Requests);
    }

    [Fact]
    public async Task ThatPointsInACircleIsAnError()
    {
        using Situation situation = new Situation().On("GET pulls/7", new ScriptedAnswer(302).With("Location", "/repos/acme/shop/pulls/7"));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None));

        Assert.Equal((6, "HF3018"), (situation.Server.Requests.Count, error.Code));
    }
}

public class Credential
{
    public static TheoryData<int> Statuses => [200, 400, 401, 403, 404, 409, 422, 429, 500, 502];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task IsInNoErrorNoticeOrLogThoughTheServerRepeatsIt(int status)
    {
        string echo = $$"""{"message":"Token {{Situation.Token}} is wrong","errors":["{{Situation.Token}}"]}""";
        using Situation situation = new Situation()
            .On("GET pulls/7", new ScriptedAnswer(status, echo))
            .On("PUT pulls/7/merge", new ScriptedAnswer(status, echo));

        Exception read = await Assert.ThrowsAnyAsync<Exception>(() => situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None));
        Exception write = await Assert.ThrowsAnyAsync<Exception>(() => situation.Writer.ApplyAsync(Steps.Merge, CancellationToken.None));

        string everything = string.Join(
            '\n',
            [
                read.ToString(),
                write.ToString(),
                .. situation.Notices,
                .. situation.Connection.Traffic.Log.Select(entry => entry.ToString()),
                situation.Connection.ToString()!,
            ]
        );
        Assert.All(situation.Server.Requests, request => Assert.Equal($"Token {Situation.Token}", request.Header("Authorization")));
        Assert.DoesNotContain(Situation.Token, everything, StringComparison.Ordinal);
    }
}

public class EveryRequest
{
    [Fact]
    public async Task SaysWhoItIsAndWhichVersionItReads()
    {
        using Situation situation = new Situation()
            .On("GET pulls/7", ScriptedAnswer.Json(Bodies.PullRequest()))
            .On("POST issues/7/labels", ScriptedAnswer.Json("[]"));

        await situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None);
        await situation.Writer.ApplyAsync(Steps.Label, CancellationToken.None);

        Assert.All(situation.Server.Requests, request => Assert.Matches(@"^hotfix/\d+\.\d+\.\d+$", request.Header("User-Agent")));
        Assert.All(situation.Server.Requests, request => Assert.Equal("2022-11-28", request.Header("X-GitHub-Api-Version")));
        Assert.Equal("application/json; charset=utf-8", situation.Server.Requests[1].Header("Content-Type"));
    }
}

public class UnchangedAnswer
{
    [Fact]
    public async Task IsReadAgainForNothing()
    {
        string list = $"[{Bodies.PullRequest(9)}]";
        ScriptedAnswer first = ScriptedAnswer.Json(list).With("ETag", "W/\"abc\"").With("Link", "<{host}/more>; rel=\"next\"");
        using Situation situation = new Situation().On("GET pulls", first, new ScriptedAnswer(304).With("ETag", "W/\"abc\""));
        situation.Server.On("GET /more", ScriptedAnswer.Json($"[{Bodies.PullRequest(8)}]"));

        IReadOnlyList<PullRequest> once = await situation.Reader.PullRequests.ListAsync(BranchName.Parse("hotfix/null-ref"), CancellationToken.None);
        IReadOnlyList<PullRequest> twice = await situation.Reader.PullRequests.ListAsync(BranchName.Parse("hotfix/null-ref"), CancellationToken.None);

        Assert.Equal([9, 8], once.Select(pullRequest => pullRequest.Number));
        Assert.Equal([9, 8], twice.Select(pullRequest => pullRequest.Number)); // the 304 has no Link of its own
        Assert.Equal([null, null, "W/\"abc\"", null], situation.Server.Requests.Select(request => request.Header("If-None-Match")));
        Assert.Equal((5, 1), (situation.Connection.Traffic.Requests, situation.Connection.Traffic.NotModified));
    }
}

public class CredentialThatRunsOut
{
    [Fact]
    public async Task EndsWithACodeOfItsOwn()
    {
        using Situation situation = new Situation().On(
            "GET pulls/7",
            ScriptedAnswer.Json(Bodies.PullRequest()),
            new ScriptedAnswer(401, Bodies.Error("Bad credentials"))
        );
        await situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None);

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None));

        Assert.Equal("HF3065", error.Code);
        Assert.Contains("what was done until then stands", error.Refusal.What, StringComparison.Ordinal);
    }
}

public class CredentialOfAnApp
{
    /// <summary>GitHub leaves <c>permissions</c> out, or fills it for a user that an App does not have.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(""","permissions":{"admin":false,"push":false,"pull":true}""")]
    public async Task IsNotTakenForOneThatMayNotPush(string permissions)
    {
        string repository = $$"""{"id":42,"full_name":"acme/shop","default_branch":"main"{{permissions}}}""";
        using Situation situation = new Situation().On("GET ", ScriptedAnswer.Json(repository));
        situation.Server.On("GET /user", new ScriptedAnswer(403, Bodies.Error("Resource not accessible by integration")));

        RepositorySettings settings = await situation.Reader.Repositories.ReadAsync(CancellationToken.None);

        Assert.True(settings.CanPush);
    }

    [Fact]
    public async Task OfAUserWhoMayNotPushIsSaidSo()
    {
        const string Repository = """{"id":42,"full_name":"acme/shop","default_branch":"main","permissions":{"push":false}}""";
        using Situation situation = new Situation().On("GET ", ScriptedAnswer.Json(Repository));
        situation.Server.On("GET /user", ScriptedAnswer.Json("""{"login":"rob","id":1}"""));

        RepositorySettings settings = await situation.Reader.Repositories.ReadAsync(CancellationToken.None);

        Assert.False(settings.CanPush);
    }
}

/// <summary>The one place where text leaves for GitHub.</summary>
public sealed class SecretInABody
{
    [Fact]
    public async Task IsMaskedWhoeverComposedIt()
    {
        const string secret = "ghp_whatever_was_composed";
        Core.Text.SecretMask.Add(secret);
        using Situation situation = new Situation().On("POST issues/7/comments", ScriptedAnswer.Json("""{"id":1,"body":"","user":{"login":"ada"}}"""));
        string mark = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"[\"{secret}\"]"));

        using var content = System.Net.Http.Json.JsonContent.Create(
            new { body = $"+ TOKEN={secret} {secret.Replace("_", "\\_", StringComparison.Ordinal)} {mark}" }
        );
        using HttpResponseMessage answer = await situation.Connection.Streams.PostAsync(
            new Uri(situation.Address.Api, "repos/acme/shop/issues/7/comments"),
            content
        );

        string sent = situation.Server.Requests.Single().Body;
        Assert.Contains("TOKEN=[REDACTED]", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("whatever", sent, StringComparison.Ordinal);
        Assert.DoesNotContain(mark, sent, StringComparison.Ordinal);
    }
}
