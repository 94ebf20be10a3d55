using System.Net;
using System.Text.Json;
using Octokit;

namespace Hotfix.LocalGitHub.Tests;

public sealed class TalkingHttp
{
    [Fact]
    public async Task AnswersNotModifiedForFree()
    {
        await using Lab lab = await Lab.StartAsync();
        using HttpClient http = lab.Http("dev");
        HttpResponseMessage first = await http.GetAsync("/repos/acme/shop");
        http.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        HttpResponseMessage second = await http.GetAsync("/repos/acme/shop");

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.GetValues("X-RateLimit-Used"), second.Headers.GetValues("X-RateLimit-Used"));
        Assert.True(lab.Server.Requests.Snapshot()[^1] is { NotModified: true, Conditional: true, User: "dev" });
    }

    [Fact]
    public async Task SaysWhatItLacks()
    {
        await using Lab lab = await Lab.StartAsync();

        HttpResponseMessage answer = await lab.Http("dev").GetAsync("/repos/acme/shop/traffic/views");

        using JsonDocument body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
        Assert.Contains("/traffic/views", body.RootElement.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("stranger", HttpStatusCode.NotFound)]
    [InlineData("guest", HttpStatusCode.OK)]
    public async Task HidesAPrivateRepository(string? user, HttpStatusCode expected)
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Tokens["stranger"] = lab.Server.AddUser("stranger");

        HttpResponseMessage answer = await lab.Http(user).GetAsync("/repos/acme/shop");

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task ForbidsAReaderToRelease()
    {
        await using Lab lab = await Lab.StartAsync();

        await Assert.ThrowsAsync<ForbiddenException>(() => lab.Client("guest").Repository.Release.Create("acme", "shop", new NewRelease("v9")));

        Assert.Empty(await lab.Client("dev").Repository.Release.GetAll("acme", "shop"));
    }

    [Fact]
    public async Task RefusesAnExpiredTokenUntilItIsRenewed()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.ExpireToken(lab.Tokens["dev"]);

        await Assert.ThrowsAsync<AuthorizationException>(() => lab.Client("dev").User.Current());
        lab.Server.RenewToken(lab.Tokens["dev"]);

        Assert.Equal("dev", (await lab.Client("dev").User.Current()).Login);
    }

    [Fact]
    public async Task ServesUnderTheEnterprisePrefixToo()
    {
        await using Lab lab = await Lab.StartAsync();
        var client = new GitHubClient(new ProductHeaderValue("lab"), lab.Server.Address) { Credentials = new Credentials(lab.Tokens["dev"]) };

        Repository repository = await client.Repository.Get("acme", "shop");

        Assert.StartsWith($"{lab.Server.Address}api/v3/repos/acme/shop", repository.Url, StringComparison.Ordinal);
        Assert.True(repository.Permissions.Push);
    }

    [Fact]
    public async Task PagesThroughItsOwnLinks()
    {
        await using Lab lab = await Lab.StartAsync();
        for (int number = 1; number <= 5; number++)
            lab.Work.Git(["push", "--quiet", "origin", $"origin/main:refs/heads/b{number}"]);

        IReadOnlyList<Branch> branches = await lab.Client("dev").Repository.Branch.GetAll("acme", "shop", new ApiOptions { PageSize = 2 });

        Assert.Equal(["b1", "b2", "b3", "b4", "b5", "main"], branches.Select(branch => branch.Name));
    }
}
