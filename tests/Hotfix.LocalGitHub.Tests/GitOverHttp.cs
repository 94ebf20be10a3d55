namespace Hotfix.LocalGitHub.Tests;

public sealed class GitOverHttp
{
    [Fact]
    public async Task ClonesBranchesAndTags()
    {
        await using Lab lab = await Lab.StartAsync();

        string tag = lab.Work.Resolve("v1.0.0^{commit}");

        Assert.Equal(lab.Work.Resolve("origin/main~1"), tag);
    }

    [Fact]
    public async Task RefusesAWrongToken()
    {
        await using Lab lab = await Lab.StartAsync();

        var refused = Assert.Throws<InvalidOperationException>(() =>
            lab.Work.Git(["ls-remote", $"http://x-access-token:wrong@{lab.Server.Address.Authority}/acme/shop.git"])
        );

        Assert.Contains("ended with 128", refused.Message, StringComparison.Ordinal);
        Assert.Equal(401, lab.Server.Requests.Snapshot()[^1].Status);
    }

    [Fact]
    public async Task RefusesAPushByAReader()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Work.CommitFile("a.txt", "a", "a");

        var refused = Assert.Throws<InvalidOperationException>(() => lab.Work.Git(["push", lab.Remote("guest"), "HEAD:refs/heads/x"]));

        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AcceptsATokenInAHeader()
    {
        await using Lab lab = await Lab.StartAsync();

        string refs = lab.Work.Git([
            "-c",
            $"http.extraHeader=Authorization: Bearer {lab.Tokens["dev"]}",
            "ls-remote",
            $"{lab.Server.Address}acme/shop.git",
            "refs/heads/main",
        ]);

        Assert.StartsWith(lab.Work.Resolve("origin/main"), refs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakesAPackLargerThanGitsBuffer()
    {
        await using Lab lab = await Lab.StartAsync();
        byte[] noise = new byte[3_000_000];
        new Random(7).NextBytes(noise);

        string sha = lab.PushBranch("large", "large.bin", Convert.ToBase64String(noise));

        Assert.StartsWith(sha, lab.Work.Git(["ls-remote", "origin", "refs/heads/large"]), StringComparison.Ordinal);
    }
}
