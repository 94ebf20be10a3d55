using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Testing;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class Fetching : IDisposable
{
    private readonly RemoteAndClone _there = new();

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task BringsABranchAndItsTrackingRef()
    {
        CommitSha tip = _there.PushFromElsewhere("main", "b.txt", "b\n");
        RemoteRefs refs = await _there.LookAsync();

        await _there.Reader.FetchAsync(refs, [Branch("main")], [], None);

        Assert.Equal(tip.Value, _there.Clone.Resolve("refs/remotes/origin/main"));
        Assert.NotEqual(tip, _there.Head);
        Assert.False(File.Exists(Path.Combine(_there.Clone.Path, ".git", "FETCH_HEAD")));
    }

    [Fact]
    public async Task OfWhatIsThereConnectsToNobody()
    {
        RemoteRefs refs = await _there.LookAsync();
        await _there.Reader.FetchAsync(refs, [Branch("main")], refs.Tags, None);
        _there.Clone.Git(["remote", "set-url", "origin", "/nowhere"]);
        int before = _there.Git.ProcessesStarted;

        await _there.Reader.FetchAsync(refs, [Branch("main")], refs.Tags, None);

        Assert.Equal(before + 1, _there.Git.ProcessesStarted);
    }

    [Fact]
    public async Task BringsATagsCommitButNoTag()
    {
        CommitSha tagged = _there.PushFromElsewhere("side", "c.txt", "c\n");
        _there.Remote.Git(["tag", "v1.5.0", tagged.Value]);
        _there.Remote.Git(["update-ref", "-d", "refs/heads/side"]);
        RemoteRefs refs = await _there.LookAsync();

        await _there.Reader.FetchAsync(refs, [], refs.Tags, None);

        Assert.Equal("commit", _there.Clone.Git(["cat-file", "-t", tagged.Value]));
        Assert.Equal("v1.4.2", _there.Clone.Git(["tag", "--list"]));
    }

    [Fact]
    public async Task OfARewrittenBranchFollowsIt()
    {
        _there.PushFromElsewhere("side", "c.txt", "c\n");
        await _there.Reader.FetchAsync(await _there.LookAsync(), [Branch("side")], [], None);
        CommitSha rewritten = _there.PushFromElsewhere("side", "d.txt", "d\n");
        RemoteRefs refs = await _there.LookAsync();

        await _there.Reader.FetchAsync(refs, [Branch("side")], [], None);

        Assert.Equal(rewritten.Value, _there.Clone.Resolve("refs/remotes/origin/side"));
    }

    [Fact]
    public async Task OfABranchThatVanishedAfterTheLookIsRefused()
    {
        _there.PushFromElsewhere("side", "c.txt", "c\n");
        RemoteRefs refs = await _there.LookAsync();
        _there.Remote.Git(["update-ref", "-d", "refs/heads/side"]);

        await Refusals.ExpectAsync("HF2015", () => _there.Reader.FetchAsync(refs, [Branch("side")], [], None));
    }

    [Fact]
    public async Task InAShallowCloneDeepensUntilTheBranchesMeet()
    {
        for (int day = 0; day < 80; day++)
            _there.Clone.Commit($"day {day}", TempRepository.Day(day));

        _there.Clone.Git(["push", "--quiet", "origin", "main", "HEAD~60:refs/heads/side"]);
        TempRepository shallow = _there.Own(_there.Remote.Clone("--depth=1", "--single-branch"));
        var reader = new GitReader(At(shallow));
        RemoteRefs refs = await reader.ReadRemoteAsync(remote: null, None);

        await reader.FetchAsync(refs, [Branch("main"), Branch("side")], [], None);

        CommitSha? meeting = await reader.FindMergeBaseAsync(refs.Tip(Branch("main"))!.Value, refs.Tip(Branch("side"))!.Value, None);
        Assert.Equal(refs.Tip(Branch("side")), meeting);
    }

    [Fact]
    public async Task InAShallowCloneMakesATagsPlaceInHistoryKnown()
    {
        for (int day = 0; day < 30; day++)
            _there.Clone.Commit($"day {day}", TempRepository.Day(day));

        _there.Clone.Git(["push", "--quiet", "origin", "main"]);
        TempRepository shallow = _there.Own(_there.Remote.Clone("--depth=1", "--single-branch"));
        var reader = new GitReader(At(shallow));
        RemoteRefs refs = await reader.ReadRemoteAsync(remote: null, None);

        await reader.FetchAsync(refs, [Branch("main")], refs.Tags, None);

        Assert.Equal(refs.Tags, await reader.ListTagsReachableAsync(refs.Tip(Branch("main"))!.Value, refs.Tags, None));
    }

    // Without a depth, a tag behind the cut came with all of its history.
    [Fact]
    public async Task InAShallowCloneBringsNoMoreHistoryThanLeadsToTheTag()
    {
        for (int commit = 0; commit < 200; commit++)
            _there.Clone.Commit($"commit {commit}", TempRepository.Day(commit));

        _there.Clone.Git(["tag", "v1.5.0", "HEAD~20"]);
        _there.Clone.Git(["push", "--quiet", "origin", "main", "v1.5.0"]);
        TempRepository shallow = _there.Own(_there.Remote.Clone("--depth=1", "--single-branch", "--no-tags"));
        var reader = new GitReader(At(shallow));
        RemoteRefs refs = await reader.ReadRemoteAsync(remote: null, None);
        RemoteTag tag = refs.Tag("v1.5.0")!;

        await reader.FetchAsync(refs, [Branch("main")], [tag], None);

        Assert.True(await reader.IsAncestorAsync(tag.Commit, refs.Tip(Branch("main"))!.Value, None));
        Assert.InRange(shallow.Git(["rev-list", "origin/main", tag.Commit.Value]).Split('\n').Length, 21, 80);
        Assert.Empty(shallow.Git(["tag", "--list"]));
    }

    [Fact]
    public async Task InAShallowCloneNeverCutsWhatWasThere()
    {
        for (int commit = 0; commit < 40; commit++)
            _there.Clone.Commit($"commit {commit}", TempRepository.Day(commit));

        _there.Clone.Git(["push", "--quiet", "origin", "main"]);
        TempRepository shallow = _there.Own(_there.Remote.Clone("--depth=10", "--single-branch", "--no-tags"));
        CommitSha newTip = _there.PushFromElsewhere("main", "new.txt", "new\n");
        _there.Remote.Git(["tag", "v1.5.0", newTip.Value]);
        var reader = new GitReader(At(shallow));
        RemoteRefs refs = await reader.ReadRemoteAsync(remote: null, None);

        await reader.FetchAsync(refs, [Branch("main")], [refs.Tag("v1.5.0")!], None);

        Assert.Equal("11", shallow.Git(["rev-list", "--count", "origin/main"]));
    }

    // Git's client is quadratic in refspecs.
    [Theory]
    [InlineData("--single-branch")]
    [InlineData("--depth=1")]
    public async Task OfManyTagsIsOneRequestAndLeavesNoRef(string how)
    {
        TempRepository clone = _there.Own(_there.Remote.Clone("--no-tags", "--single-branch", how));
        string[] commits =
        [
            .. Enumerable
                .Range(1, 150)
                .Select(patch =>
                    $"commit refs/tags/v1.5.{patch}\ncommitter A <a@example.com> {1_767_600_000 + patch} +0000\ndata 1\nx\nfrom {_there.Head}\n\n"
                ),
        ];
        _there.Remote.Git(["fast-import", "--quiet"], input: string.Concat(commits));
        GitCommandLine git = At(clone);
        var reader = new GitReader(git);
        RemoteRefs refs = await reader.ReadRemoteAsync(remote: null, None);
        string before = clone.Git(["for-each-ref"]);
        int processes = git.ProcessesStarted;

        await reader.FetchAsync(refs, [], refs.Tags, None);

        Assert.InRange(git.ProcessesStarted - processes, 1, 5);
        Assert.Equal(before, clone.Git(["for-each-ref"]));
        Assert.Equal(151, (await reader.ListTagsContainingAsync(_there.Head, refs.Tags, None)).Count);
    }
}
