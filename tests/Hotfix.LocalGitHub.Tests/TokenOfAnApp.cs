using System.Net;
using System.Net.Http.Json;

namespace Hotfix.LocalGitHub.Tests;

public sealed class TokenOfAnApp
{
    private const string App = "shop-hotfix[bot]";

    [Theory]
    [InlineData("pulls", "issues=write", "pull_requests=read")]
    [InlineData("issues", "pull_requests=write", "issues=read")]
    [InlineData("issues/1/comments", "contents=write", "issues=read; pull_requests=read")]
    [InlineData("commits/main/check-runs", "contents=write", "checks=read")]
    [InlineData("commits/main/status", "contents=write", "statuses=read")]
    [InlineData("deployments", "contents=write", "deployments=read")]
    [InlineData("actions/runs", "contents=write", "actions=read")]
    [InlineData("branches/main/protection", "contents=write", "administration=read")]
    [InlineData("contents/README.md", "issues=write", "contents=read")]
    public async Task MayReadWhatItWasGrantedAndNothingElse(string path, string granted, string needed)
    {
        await using Lab lab = await Lab.StartAsync();
        using HttpClient http = Client(lab, granted);

        using HttpResponseMessage refused = await http.GetAsync($"repos/{Lab.Repository}/{path}");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Resource not accessible by integration", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(needed, refused.Headers.GetValues("X-Accepted-GitHub-Permissions").Single());
    }

    [Fact]
    public async Task MayNotWriteWhereItMayRead()
    {
        await using Lab lab = await Lab.StartAsync();
        using HttpClient http = Client(lab, "issues=read");

        using HttpResponseMessage read = await http.GetAsync($"repos/{Lab.Repository}/issues");
        using HttpResponseMessage written = await http.PostAsJsonAsync($"repos/{Lab.Repository}/issues", new { title = "Mine" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (read.StatusCode, written.StatusCode));
    }

    [Fact]
    public async Task IsToldOfEveryRouteWhichPermissionItTakes()
    {
        await using Lab lab = await Lab.StartAsync();
        using HttpClient http = Client(lab, "contents=read");
        string[] paths =
        [
            "",
            "activity",
            "branches",
            "branches/main",
            "collaborators/dev/permission",
            "commits",
            "commits/main",
            "compare/main...main",
            "environments",
            "git/ref/heads/main",
            "labels",
            "releases",
            "rules/branches/main",
            "rulesets",
            "tags",
            "actions/workflows",
            "actions/variables",
            "immutable-releases",
        ];

        foreach (string path in paths)
        {
            using HttpResponseMessage answer = await http.GetAsync($"repos/{Lab.Repository}/{path}".TrimEnd('/'));
            Assert.True(answer.StatusCode != HttpStatusCode.NotImplemented, path);
        }
    }

    [Theory]
    [InlineData("contents=write", false)]
    [InlineData("contents=write workflows=write", true)]
    public async Task BringsNoWorkflowThatNoBranchHas(string granted, bool isTaken)
    {
        await using Lab lab = await Lab.StartAsync();
        string token = Token(lab, granted);
        lab.Work.CommitFile(".github/workflows/ci.yml", "on: push\n", "Add a workflow");

        Exception? refused = Record.Exception(() => lab.Work.Git(["push", "--quiet", lab.Remote(App), "HEAD:refs/heads/topic"]));

        Assert.NotEmpty(token);
        Assert.Equal(isTaken, refused is null);
        if (!isTaken)
            Assert.Contains("without `workflows` permission", refused!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contents=read", false)]
    [InlineData("contents=write", true)]
    public async Task PushesWithContentsAlone(string granted, bool isTaken)
    {
        await using Lab lab = await Lab.StartAsync();
        _ = Token(lab, granted);
        lab.Work.CommitFile("a.txt", "a", "a");

        Exception? refused = Record.Exception(() => lab.Work.Git(["push", "--quiet", lab.Remote(App), "HEAD:refs/heads/topic"]));

        Assert.Equal(isTaken, refused is null);
    }

    private static HttpClient Client(Lab lab, string granted)
    {
        _ = Token(lab, granted);
        return lab.Http(App);
    }

    private static string Token(Lab lab, string granted)
    {
        lab.Server.Grant(Lab.Repository, App, Role.Write);
        string token = lab.Tokens[App] = lab.Server.AddUser(App);
        lab.Server.LimitTo(token, granted.Split(' ').Select(one => one.Split('=')).ToDictionary(one => one[0], one => one[1]));
        return token;
    }
}
