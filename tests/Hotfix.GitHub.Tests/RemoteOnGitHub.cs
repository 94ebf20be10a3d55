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
        GitHubAddress address = GitHubAddress.Find(remote, null, _ => null);

        Assert.Equal(new GitHubAddress(new Uri("https://api.github.com/"), new Uri("https://api.github.com/graphql"), "acme", "shop"), address);
    }

    [Theory]
    [InlineData("git@github.example.com:acme/shop.git", "https://github.example.com/api/v3/", "https://github.example.com/api/graphql")]
    [InlineData("https://github.example.com:8443/acme/shop", "https://github.example.com:8443/api/v3/", "https://github.example.com:8443/api/graphql")]
    [InlineData("https://octocorp.ghe.com/acme/shop", "https://api.octocorp.ghe.com/", "https://api.octocorp.ghe.com/graphql")]
    public void OnAnotherHostHasTheApiThere(string remote, string api, string graphQL)
    {
        GitHubAddress address = GitHubAddress.Find(remote, null, _ => null);

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
        HotfixException error = Assert.Throws<HotfixException>(() => GitHubAddress.Find(remote, null, _ => null));

        Assert.Equal("HF3001", error.Code);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }
}

public class GivenApiAddress
{
    [Theory]
    [InlineData("http://127.0.0.1:4030/acme/shop.git", "http://127.0.0.1:4030", "http://127.0.0.1:4030/", "http://127.0.0.1:4030/graphql")]
    [InlineData("/srv/git/acme/shop.git", "http://127.0.0.1:4030/api/v3", "http://127.0.0.1:4030/api/v3/", "http://127.0.0.1:4030/api/graphql")]
    [InlineData("git@github-work:acme/shop.git", "https://api.github.com/", "https://api.github.com/", "https://api.github.com/graphql")]
    public void IsUsedAsGivenWithTheLastTwoSegmentsOfTheRemote(string remote, string given, string api, string graphQL)
    {
        GitHubAddress address = GitHubAddress.Find(remote, given, _ => null);

        Assert.Equal(new GitHubAddress(new Uri(api), new Uri(graphQL), "acme", "shop"), address);
    }

    [Fact]
    public void ComesBeforeTheEnvironmentWhichComesBeforeTheRemote()
    {
        Dictionary<string, string> environment = new() { ["GITHUB_API_URL"] = "https://b.example.com/api/v3" };

        GitHubAddress given = GitHubAddress.Find("git@c.example.com:c/c.git", "https://a.example.com/api/v3", environment.GetValueOrDefault);
        GitHubAddress found = GitHubAddress.Find("git@c.example.com:c/c.git", null, environment.GetValueOrDefault);

        Assert.Equal(("a.example.com", "b.example.com"), (given.Api.Host, found.Api.Host));
    }

    [Fact]
    public void KeepsGraphQLOnItsOwnHost()
    {
        GitHubAddress foreign = GitHubAddress.Find("git@c.example.com:c/c.git", "http://127.0.0.1:4030", name =>
            name == "GITHUB_GRAPHQL_URL" ? "https://api.github.com/graphql" : null
        );
        GitHubAddress own = GitHubAddress.Find("git@c.example.com:c/c.git", "http://127.0.0.1:4030", name =>
            name == "GITHUB_GRAPHQL_URL" ? "http://127.0.0.1:4030/own/graphql" : null
        );

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
        Dictionary<string, string?> job = new() { ["GITHUB_ACTIONS"] = "true", ["GITHUB_REPOSITORY"] = repository };
        HotfixException error = Assert.Throws<HotfixException>(() => GitHubAddress.Find("https://github.com/acme/shop", api, job.GetValueOrDefault));

        Assert.Equal("HF3002", error.Code);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }
}

/// <summary>What belongs to one host is not shown to another.</summary>
public class RemoteOnAnotherHostThanTheApi
{
    [Theory]
    [InlineData("https://mirror.example.com/github/acme/shop", "https://api.github.com/", "mirror.example.com", "api.github.com")]
    [InlineData("https://github.com/acme/shop", "https://github.example.com/api/v3", "github.com", "github.example.com")]
    [InlineData("git@github.com:acme/shop.git", "https://github.example.com/api/v3", "github.com", "github.example.com")]
    [InlineData("http://localhost:5001/acme/shop.git", "http://127.0.0.1:4030", "localhost:5001", "127.0.0.1:4030")]
    public void IsRefusedWithBothNames(string remote, string api, string one, string other)
    {
        HotfixException error = Assert.Throws<HotfixException>(() => GitHubAddress.Find(remote, null, name => name == "GITHUB_API_URL" ? api : null));

        Assert.Equal("HF3140", error.Code);
        Assert.Contains($"on {one},", error.Refusal.What, StringComparison.Ordinal);
        Assert.Contains($"on {other};", error.Refusal.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://github.example.com/acme/shop", null)]
    [InlineData("https://github.example.com/acme/shop", "http://github.example.com/api/v3")]
    public void IsRefusedWhenItIsNotEncrypted(string remote, string? api) =>
        Assert.Equal("HF3141", Assert.Throws<HotfixException>(() => GitHubAddress.Find(remote, api, _ => null)).Code);
}

/// <summary>Which variable's token may be sent where.</summary>
public class TokenOfAVariable
{
    [Theory]
    [InlineData("https://github.com/", null, null, "GITHUB_TOKEN, GH_TOKEN")]
    [InlineData("https://octocorp.ghe.com/", null, null, "GH_TOKEN")]
    [InlineData("https://octocorp.ghe.com/", "https://octocorp.ghe.com", "https://api.octocorp.ghe.com", "GITHUB_TOKEN, GH_TOKEN")]
    [InlineData("https://github.example.com/", null, null, "GH_ENTERPRISE_TOKEN, GITHUB_ENTERPRISE_TOKEN")]
    [InlineData("https://github.example.com/", "https://github.example.com", null, "GITHUB_TOKEN, GH_ENTERPRISE_TOKEN, GITHUB_ENTERPRISE_TOKEN")]
    [InlineData("https://github.com/", "https://github.example.com", null, "GH_TOKEN")]
    [InlineData("http://127.0.0.1:4030/", null, "http://127.0.0.1:4030", "GITHUB_TOKEN, GH_ENTERPRISE_TOKEN, GITHUB_ENTERPRISE_TOKEN")]
    [InlineData("http://127.0.0.1:4031/", null, "http://127.0.0.1:4030", "GH_ENTERPRISE_TOKEN, GITHUB_ENTERPRISE_TOKEN")]
    public void BelongsToTheServersThatItWasMadeFor(string server, string? serverUrl, string? apiUrl, string names)
    {
        Dictionary<string, string?> environment = new() { ["GITHUB_SERVER_URL"] = serverUrl, ["GITHUB_API_URL"] = apiUrl };

        Assert.Equal(names, string.Join(", ", TokenVariables.For(new Uri(server), environment.GetValueOrDefault)));
    }
}

/// <summary>A codespace or a job may be of another repository than the clone.</summary>
public class RepositoryThatTheEnvironmentNames
{
    private readonly Dictionary<string, string?> _environment = new() { ["GITHUB_REPOSITORY"] = "acme/infra" };

    [Fact]
    public void DoesNotCountOutsideOfAJob() =>
        Assert.Equal("acme/shop", GitHubAddress.Find("https://github.com/acme/shop.git", null, _environment.GetValueOrDefault).FullName);

    [Fact]
    public void IsRefusedInsideOfAJobWithBothNames()
    {
        _environment["GITHUB_ACTIONS"] = "true";

        HotfixException error = Assert.Throws<HotfixException>(() =>
            GitHubAddress.Find("https://github.com/acme/shop.git", null, _environment.GetValueOrDefault)
        );

        Assert.Equal("HF3142", error.Code);
        Assert.Contains("belongs to acme/infra, and the git remote is acme/shop", error.Refusal.What, StringComparison.Ordinal);
    }

    [Fact]
    public void MayBeSpeltInAnotherCase()
    {
        _environment["GITHUB_ACTIONS"] = "true";

        Assert.Equal("Acme/Infra", GitHubAddress.Find("git@github.com:Acme/Infra.git", null, _environment.GetValueOrDefault).FullName);
    }
}
