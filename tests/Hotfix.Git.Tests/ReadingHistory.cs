using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Testing;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class ReadingHistory : IDisposable
{
    private readonly RemoteAndClone _there = new();
    private readonly CommitSha _base;

    public ReadingHistory()
    {
        _base = _there.Head;
    }

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task ListsTheNewestCommitsOldestFirst()
    {
        _there.Clone.Commit("left out", TempRepository.Day(1));
        string second = _there.Clone.Commit("fix: Ärger\n\nwith a body", TempRepository.Day(2));
        string third = _there.Clone.Commit("third", TempRepository.Day(3));

        IReadOnlyList<CommitSummary> commits = await _there.Reader.ListCommitsAsync(_base, _there.Head, 2, None);

        Assert.Equal([second, third], commits.Select(commit => commit.Sha.Value));
        Assert.Equal("fix: Ärger", commits[0].Subject);
        Assert.Equal("Ada Author", commits[0].Author);
        Assert.Equal(TempRepository.Day(2), commits[0].CommittedAt);
        Assert.Equal([commits[0].Sha], commits[1].Parents);
    }

    // Nine of 48 workflow files of one repository began with it, and none of them was understood.
    [Fact]
    public async Task AByteOrderMarkIsNoPartOfAFile()
    {
        _there.Clone.CommitFile("ci.yml", "\uFEFFon: push\n", "ci", TempRepository.Day(1));

        Assert.Equal("on: push\n", await _there.Reader.ReadFileAsync(_there.Head, "ci.yml", None));
    }

    [Fact]
    public async Task CountsWhatChangedWithRenamesAndBinaries()
    {
        string body = string.Concat(Enumerable.Range(0, 20).Select(line => $"line {line}\n"));
        CommitSha from = CommitSha.Parse(_there.Clone.CommitFile("alt name.txt", body, "long"));
        _there.Clone.Git(["mv", "alt name.txt", "neu.txt"]);
        _there.Clone.Write("neu.txt", body + "more\n").Write("app.txt", "one\nthree\n").Write("logo.bin", "\0\u0001");
        CommitSha to = CommitSha.Parse(_there.Clone.Commit("change"));

        IReadOnlyList<FileChange> changes = await _there.Reader.DiffAsync(from, to, None);

        Assert.Equal(
            [
                new FileChange("app.txt", OldPath: null, 0, 1, IsBinary: false),
                new FileChange("logo.bin", OldPath: null, 0, 0, IsBinary: true),
                new FileChange("neu.txt", "alt name.txt", 1, 0, IsBinary: false),
            ],
            changes.OrderBy(change => change.Path, StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task ReadsFilesOfACommitAsTheyAreButForTheirByteOrderMark()
    {
        _there.Clone.Write("sub/ä b.txt", "\uFEFFBOM\r\nhttps://user@host/\n\n");
        CommitSha commit = CommitSha.Parse(_there.Clone.Commit("text"));

        string? text = await _there.Reader.ReadFileAsync(commit, "sub/ä b.txt", None);
        string? folder = await _there.Reader.ReadFileAsync(commit, "sub", None);
        string? missing = await _there.Reader.ReadFileAsync(commit, "no\nsuch file", None);

        Assert.Equal("BOM\r\nhttps://user@host/\n\n", text);
        Assert.Null(folder);
        Assert.Null(missing);
        Assert.Equal(["app.txt", "sub/ä b.txt"], await _there.Reader.ListFilesAsync(commit, None));
    }

    [Fact]
    public async Task EqualContentIsAnEqualTree()
    {
        CommitSha empty = CommitSha.Parse(_there.Clone.Commit("nothing"));

        Assert.Equal(await _there.Reader.ReadTreeAsync(_base, None), await _there.Reader.ReadTreeAsync(empty, None));
    }

    [Fact]
    public async Task KnowsAncestorsAndMergeBases()
    {
        CommitSha ahead = CommitSha.Parse(_there.Clone.Commit("ahead"));
        _there.Clone.Git(["switch", "--quiet", "--orphan", "unrelated"]);
        CommitSha unrelated = CommitSha.Parse(_there.Clone.Commit("unrelated"));

        Assert.True(await _there.Reader.IsAncestorAsync(_base, ahead, None));
        Assert.False(await _there.Reader.IsAncestorAsync(ahead, _base, None));
        Assert.Equal(_base, await _there.Reader.FindMergeBaseAsync(_base, ahead, None));
        Assert.Null(await _there.Reader.FindMergeBaseAsync(unrelated, ahead, None));
        await Refusals.ExpectAsync("HF2002", () => _there.Reader.IsAncestorAsync(CommitSha.Parse(new string('1', 40)), ahead, None));
    }

    [Fact]
    public async Task ListsBranchesBelowAPrefix()
    {
        _there.Clone.Git(["branch", "hotfix/a"]);
        _there.Clone.Git(["branch", "hotfix-b"]);

        IReadOnlyDictionary<BranchName, CommitSha> branches = await _there.Reader.ListBranchesAsync("hotfix/", None);

        Assert.Equal([KeyValuePair.Create(Branch("hotfix/a"), _base)], branches);
        Assert.Equal(_base, await _there.Reader.ReadBranchAsync(Branch("hotfix/a"), None));
        Assert.Null(await _there.Reader.ReadBranchAsync(Branch("hotfix/none"), None));
    }

    [Fact]
    public async Task FindsBranchesThatShareCommitsOfAnother()
    {
        CommitSha own = CommitSha.Parse(_there.Clone.Commit("own"));
        CommitSha tip = CommitSha.Parse(_there.Clone.Commit("own tip"));
        _there.Clone.Git(["switch", "--quiet", "--detach", own.Value]);
        CommitSha stacked = CommitSha.Parse(_there.Clone.Commit("stacked on the first"));
        _there.Clone.Git(["switch", "--quiet", "--detach", _base.Value]);
        CommitSha apart = CommitSha.Parse(_there.Clone.Commit("apart"));
        var branches = new Dictionary<BranchName, CommitSha>
        {
            [Branch("stacked")] = stacked,
            [Branch("apart")] = apart,
            [Branch("base")] = _base,
            [Branch("not-here")] = CommitSha.Parse(new string('1', 40)),
        };

        IReadOnlyList<BranchName> sharing = await _there.Reader.ListBranchesSharingCommitsAsync(_base, tip, branches, None);

        Assert.Equal([Branch("stacked")], sharing);
    }

    [Fact]
    public async Task FindsTagsAboveAndBelowACommit()
    {
        CommitSha middle = CommitSha.Parse(_there.Clone.Commit("middle"));
        CommitSha top = CommitSha.Parse(_there.Clone.Commit("top"));
        _there.Clone.Git(["switch", "--quiet", "--detach", _base.Value]);
        CommitSha side = CommitSha.Parse(_there.Clone.Commit("side"));
        RemoteTag[] tags =
        [
            Light("v1", _base),
            Light("v2", middle),
            Light("v3", top),
            Light("v1.1", side),
            Light("gone", CommitSha.Parse(new string('1', 40))),
        ];

        IReadOnlyList<RemoteTag> above = await _there.Reader.ListTagsContainingAsync(middle, tags, None);
        IReadOnlyList<RemoteTag> below = await _there.Reader.ListTagsReachableAsync(middle, tags, None);

        Assert.Equal(["v2", "v3"], above.Select(tag => tag.Name));
        Assert.Equal(["v1", "v2"], below.Select(tag => tag.Name));
    }

    // Release walked through all history five times.
    [Fact]
    public async Task RemembersWhereTagsLie()
    {
        CommitSha top = CommitSha.Parse(_there.Clone.Commit("top"));
        await _there.Reader.ListTagsContainingAsync(_base, [Light("v1", _base), Light("v2", top)], None);
        int before = _there.Git.ProcessesStarted;

        IReadOnlyList<RemoteTag> below = await _there.Reader.ListTagsReachableAsync(_base, [Light("v1", _base), Light("v2", top)], None);
        IReadOnlyList<RemoteTag> above = await _there.Reader.ListTagsContainingAsync(_base, [Light("v2", top), Light("v1.0.1", _base)], None);

        Assert.Equal(["v1"], below.Select(tag => tag.Name));
        Assert.Equal(["v2", "v1.0.1"], above.Select(tag => tag.Name));
        Assert.Equal(before, _there.Git.ProcessesStarted);
    }

    private static RemoteTag Light(string name, CommitSha commit) => new(name, commit, commit);
}
