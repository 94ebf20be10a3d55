using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class ReadingTheRemote : IDisposable
{
    private readonly RemoteAndClone _there = new("upstream");

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task ThatIsTheOnlyOneNeedsNoName()
    {
        _there.Clone.Git(["push", "--quiet", "upstream", "HEAD:refs/pull/7/head", "HEAD:refs/tags/v1.4.1", "HEAD:refs/tags/light"]);

        RemoteRefs refs = await _there.LookAsync();

        Assert.Equal("upstream", refs.Remote);
        Assert.Equal(_there.Remote.Path, refs.Url);
        Assert.Equal(BranchName.Parse("main"), refs.DefaultBranch);
        Assert.Equal([BranchName.Parse("main")], refs.Branches.Keys);
        Assert.Equal(_there.Head, refs.Tip(BranchName.Parse("main")));
        Assert.Equal(["v1.4.1", "v1.4.2"], refs.Tags.Select(tag => tag.Name).Order(StringComparer.Ordinal));
        Assert.False(refs.Tag("v1.4.1")!.IsAnnotated);
        Assert.True(refs.Tag("v1.4.2")!.IsAnnotated);
        Assert.Equal(_there.Head, refs.Tag("v1.4.2")!.Commit);
    }

    [Fact]
    public async Task AmongSeveralTakesOrigin()
    {
        _there.Clone.Git(["remote", "add", "origin", _there.Remote.Path]);

        RemoteRefs refs = await _there.LookAsync();

        Assert.Equal("origin", refs.Remote);
    }

    [Fact]
    public async Task AmongSeveralWithoutOriginTakesTheOneThatTheBranchFollows()
    {
        _there.Clone.Git(["remote", "add", "mirror", "/nowhere"]);
        _there.Clone.Git(["config", "branch.main.remote", "upstream"]);

        RemoteRefs refs = await _there.LookAsync();

        Assert.Equal("upstream", refs.Remote);
    }

    [Fact]
    public async Task AmongSeveralWithoutAHintAsksForAChoice()
    {
        _there.Clone.Git(["remote", "add", "mirror", "/nowhere"]);
        _there.Clone.Git(["switch", "--quiet", "--detach"]);

        Refusal refusal = await Refusals.ExpectAsync("HF2011", _there.LookAsync);

        Assert.Contains("mirror", refusal.Why, StringComparison.Ordinal);
        Assert.Contains("upstream", refusal.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAnyIsRefused()
    {
        _there.Clone.Git(["remote", "remove", "upstream"]);

        await Refusals.ExpectAsync("HF2010", _there.LookAsync);
    }

    [Fact]
    public async Task OfAnUnknownNameListsTheKnownOnes()
    {
        Refusal refusal = await Refusals.ExpectAsync("HF2012", () => _there.Reader.ReadRemoteAsync("orgin", None));

        Assert.Contains("upstream", refusal.Why, StringComparison.Ordinal);
    }

    /// <summary>Looked at by the one address, pushed to by the other.</summary>
    [Theory]
    [InlineData("remote.upstream.pushurl", "https://elsewhere.example.com/acme/shop.git")]
    [InlineData("url.https://elsewhere.example.com/.pushInsteadOf", "https://github.com/")]
    public async Task ThatIsPushedElsewhereIsRefusedWithBothAddresses(string setting, string value)
    {
        _there.Clone.Git(["remote", "set-url", "upstream", "https://github.com/acme/shop.git"]);
        _there.Clone.Git(["config", setting, value]);

        Refusal refusal = await Refusals.ExpectAsync("HF1140", _there.LookAsync);

        Assert.Contains(
            "read from https://github.com/acme/shop.git and pushed to https://elsewhere.example.com/acme/shop.git",
            refusal.What,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ThatIsPushedToTheSameRepositoryBySshIsTaken()
    {
        _there.Clone.Git(["remote", "set-url", "upstream", "https://github.com/acme/shop"]);
        _there.Clone.Git(["remote", "set-url", "--push", "upstream", "git@github.com:acme/shop.git"]);

        (string name, string url) = await _there.Reader.SelectRemoteAsync(null, None);

        Assert.Equal(("upstream", "https://github.com/acme/shop"), (name, url));
    }

    [Fact]
    public async Task ThatIsGoneKeepsGitsLastWords()
    {
        _there.Clone.Git(["remote", "set-url", "upstream", "/nowhere/at all"]);

        Refusal refusal = await Refusals.ExpectAsync("HF2013", _there.LookAsync);

        Assert.Contains("128", refusal.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://ada:secret@example.com/o/r.git", "https://example.com/o/r.git")]
    [InlineData("ssh://git@example.com:22/o/r.git", "ssh://example.com:22/o/r.git")]
    [InlineData("git@example.com:o/r.git", "ssh://example.com/o/r.git")]
    [InlineData("/srv/git/a@b:c.git", "/srv/git/a@b:c.git")]
    [InlineData("../other", "../other")]
    public void ShowsTheAddressWithoutUserInformation(string configured, string shown)
    {
        string actual = Git.Reading.RemoteAddress.ForPeople(configured);

        Assert.Equal(shown, actual);
    }
}
