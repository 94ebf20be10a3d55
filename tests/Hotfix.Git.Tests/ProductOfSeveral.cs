using Hotfix.Core.Conventions;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

/// <summary>A repository with two products, in folders of their own, each with its tags.</summary>
public sealed class ProductOfSeveral : IDisposable
{
    private readonly RemoteAndClone _there = new();
    private readonly GitReader _reader;
    private readonly CommitSha _released;

    public ProductOfSeveral()
    {
        _reader = new GitReader(_there.Git, new HotfixConventions { Product = "api" });
        _there.Clone.CommitFile("services/api/app.txt", "one\n", "api: begin");
        _there.Clone.CommitFile("services/web/app.txt", "one\n", "web: begin");
        _there.Clone.Git(["tag", "--annotate", "api/v1.4.2", "--message", "1.4.2"]);
        _there.Clone.Git(["tag", "--annotate", "web/v7.0.0", "--message", "7.0.0"]);
        _released = _there.Head;
    }

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task HasItsTagsAndItsFolder()
    {
        _there.Clone.Git(["push", "--quiet", "origin", "main", "--tags"]);

        RemoteRefs refs = await _reader.ReadRemoteAsync(remote: null, None);

        Assert.Equal(["api/v1.4.2"], refs.Tags.Select(tag => tag.Name));
        Assert.Equal("services/api", refs.Product?.ToString());
        Assert.True(refs.IsOfAnother(ReleaseTag.TryParse("WEB/v7.0.0")!));
        Assert.False(refs.IsOfAnother(ReleaseTag.TryParse("api/v1.4.3")!));
    }

    [Fact]
    public async Task IsUnclearWhereTwoFoldersAreCalledLikeIt()
    {
        _there.Clone.CommitFile("apps/api/app.txt", "one\n", "another api");
        _there.Clone.Git(["push", "--quiet", "origin", "main", "--tags"]);

        Assert.Equal("HF4312", (await _reader.ReadRemoteAsync(remote: null, None)).ProductRefusal?.Code);
    }

    [Fact]
    public async Task HasWaitingWhatItsFolderGotOnTheMainLine()
    {
        _there.Clone.CommitFile("services/web/app.txt", "two\n", "web: more");
        _there.Clone.Git(["switch", "--quiet", "--create", "topic"]);
        _there.Clone.CommitFile("services/api/app.txt", "two\n", "api: half");
        _there.Clone.CommitFile("services/api/app.txt", "three\n", "api: whole");
        _there.Clone.Git(["switch", "--quiet", "main"]);
        _there.Clone.Git(["merge", "--quiet", "--no-ff", "--message", "Merge pull request #7 from acme/topic", "topic"]);
        _there.Clone.CommitFile("services/api-client/app.txt", "one\n", "client: begin");

        IReadOnlyList<CommitSummary> waiting = await _reader.ListMainlineAsync(_released, _there.Head, (["services/api"], 10), None);

        Assert.Equal(["Merge pull request #7 from acme/topic"], waiting.Select(commit => commit.Subject));
    }
}
