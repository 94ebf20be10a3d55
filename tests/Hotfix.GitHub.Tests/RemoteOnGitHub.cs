using Hotfix.Core.Errors;
using Hotfix.GitHub.Http;

namespace Hotfix.GitHub.Tests;

public class RemoteOnGitHub
{
    [Theory]
    [InlineData("https://github.com/acme/shop.git")]
    [InlineData("https://github.com/acme/shop")]
    [InlineData("https://github.com/acme/shop/")]
    [InlineData("https://ada:secret@GitHub.com/acme/shop.git")]
    [InlineData("git@github.com:acme/shop.git")]
    [InlineData("github.com:acme/shop")]
    [InlineData("ssh://git@github.com/acme/shop")]
    [InlineData("ssh://git@ssh.github.com:443/acme/shop.git")]
    [InlineData("git://github.com/acme/shop.git")]
    public void IsFoundInEverySpelling(string remote)
    {
        GitHubAddress address = GitHubAddress.Find(remote, null, null, _ => null);

        Assert.Equal(new GitHubAddress(new Uri("https://api.github.com/"), new Uri("https://api.github.com/graphql"), "acme", "shop"), address);
    }

    [Theory]
    [InlineData("git@github.example.com:acme/shop.git", "https://github.example.com/api/v3/", "https://github.example.com/api/graphql")]
    [InlineData("http://github.example.com/acme/shop", "https://github.example.com/api/v3/", "https://github.example.com/api/graphql")]
    [InlineData("https://octocorp.ghe.com/acme/shop", "https://api.octocorp.ghe.com/", "https://api.octocorp.ghe.com/graphql")]
    public void OnAnotherHostHasTheApiThere(string remote, string api, string graphQL)
    {
        GitHubAddress address = GitHubAddress.Find(remote, null, null, _ => null);

        Assert.Equal((api, graphQL), (address.Api.ToString(), address.GraphQL.ToString()));
    }
}

public class RemoteElsewhere
{
    [Theory]
    [InlineData("/srv/git/shop.git")]
    [InlineData("../shop")]
    [InlineData(@"C:\git\shop")]
    [InlineData("file:///srv/git/shop.git")]
    [InlineData("https://github.com/acme")]
    [InlineData("https://github.com/acme/shop/wiki")]
    [InlineData("https://ada:secret@github.com/")]
    public void IsRefusedWithoutShowingIt(string remote)
    {
        HotfixException error = Assert.Throws<HotfixException>(() => GitHubAddress.Find(remote, null, null, _ => null));

        Assert.Equal("HF3001", error.Code);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }
}

public class GivenApiAddress
{
    [Theory]
    [InlineData("http://127.0.0.1:4030/acme/shop.git", "http://127.0.0.1:4030", "http://127.0.0.1:4030/", "http://127.0.0.1:4030/graphql")]
    [InlineData("/srv/git/acme/shop.git", "http://127.0.0.1:4030/api/v3", "http://127.0.0.1:4030/api/v3/", "http://127.0.0.1:4030/api/graphql")]
    [InlineData("https://mirror.example.com/github/acme/shop", "https://api.github.com/", "https://api.github.com/", "https://api.github.com/graphql")]
    public void IsUsedAsGivenWithTheLastTwoSegmentsOfTheRemote(string remote, string given, string api, string graphQL)
    {
        GitHubAddress address = GitHubAddress.Find(remote, given, null, _ => null);

        Assert.Equal(new GitHubAddress(new Uri(api), new Uri(graphQL), "acme", "shop"), address);
    }

    [Fact]
    public void ComesBeforeTheEnvironmentWhichComesBeforeTheRemote()
    {
        Dictionary<string, string> environment = new() { ["GITHUB_API_URL"] = "https://b.example.com/api/v3", ["GITHUB_REPOSITORY"] = "b/b" };

        GitHubAddress given = GitHubAddress.Find("git@c.example.com:c/c.git", "https://a.example.com/api/v3", "a/a", environment.GetValueOrDefault);
        GitHubAddress found = GitHubAddress.Find("git@c.example.com:c/c.git", null, "", environment.GetValueOrDefault);

        Assert.Equal(("a.example.com", "a/a"), (given.Api.Host, given.FullName));
        Assert.Equal(("b.example.com", "b/b"), (found.Api.Host, found.FullName));
    }

    [Fact]
    public void KeepsGraphQLOnItsOwnHost()
    {
        GitHubAddress foreign = GitHubAddress.Find("git@c.example.com:c/c.git", "http://127.0.0.1:4030", null, name => name == "GITHUB_GRAPHQL_URL" ? "https://api.github.com/graphql" : null);
        GitHubAddress own = GitHubAddress.Find("git@c.example.com:c/c.git", "http://127.0.0.1:4030", null, name => name == "GITHUB_GRAPHQL_URL" ? "http://127.0.0.1:4030/own/graphql" : null);

        Assert.Equal("http://127.0.0.1:4030/graphql", foreign.GraphQL.ToString());
        Assert.Equal("http://127.0.0.1:4030/own/graphql", own.GraphQL.ToString());
    }

    [Theory]
    [InlineData("api.github.com", null)]
    [InlineData("ftp://api.github.com", null)]
    [InlineData("https://ada:secret@api.github.com", null)]
    [InlineData(null, "shop")]
    [InlineData(null, "acme/shop/x")]
    [InlineData(null, "acme/..")]
    public void ThatCannotBeUsedIsRefused(string? api, string? repository)
    {
        HotfixException error = Assert.Throws<HotfixException>(() => GitHubAddress.Find("https://github.com/acme/shop", api, repository, _ => null));

        Assert.Equal("HF3002", error.Code);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }
}
