using System.Text;
using Hotfix.Core.PostMortems;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Testing;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class BlamingWhatAFixChanged : IDisposable
{
    private readonly RemoteAndClone _there = new();

    private TempRepository Clone => _there.Clone;

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task NamesTheCommitsThatLastTouchedTheLines()
    {
        CommitSha two = Commit("app.txt", "one\n2\nthree\n", "two (#12)", day: 3);
        CommitSha four = Commit("app.txt", "one\n2\nthree\nfour\n4\n", "four", day: 4);
        Commit("other.txt", "x\n", "unrelated", day: 5);
        CommitSha before = _there.Head;
        Commit("app.txt", "one\nTWO\nthree\nFOUR\nFIVE\n", "fix", day: 6);

        BlameFindings found = await BlameAsync(before);

        Assert.Empty(found.Unknown);
        Assert.Equal([Blamed(four, day: 4, "four", 2), Blamed(two, day: 3, "two (#12)", 1)], found.Commits.Select(Comparable));
        Assert.All(found.Commits, commit => Assert.Equal(["app.txt"], commit.Files));
    }

    [Fact]
    public async Task NamesTheNeighboursOfLinesThatWereOnlyAdded()
    {
        CommitSha first = _there.Head;
        CommitSha before = Commit("app.txt", "one\ntwo\n3\n", "three", day: 3);
        Commit("app.txt", "one\ntwo\nguard\n3\n", "fix", day: 6);

        BlameFindings found = await BlameAsync(before);

        Assert.Equal([Blamed(before, day: 3, "three", 1), Blamed(first, day: 0, "first", 1)], found.Commits.Select(Comparable));
    }

    [Theory]
    [InlineData("zero\none\ntwo\nthree\n")]
    [InlineData("one\ntwo\nthree\nfour\n")]
    public async Task NamesTheOneNeighbourAtAnEndOfTheFile(string content)
    {
        CommitSha before = _there.Head;
        Commit("app.txt", content, "fix", day: 6);

        BlameFindings found = await BlameAsync(before);

        Assert.Equal([Blamed(before, day: 0, "first", 1)], found.Commits.Select(Comparable));
    }

    [Fact]
    public async Task FollowsAFileThatTheFixRenamed()
    {
        Clone.Write("big.txt", string.Join('\n', Enumerable.Range(1, 40)) + "\n").Commit("big", TempRepository.Day(3));
        CommitSha before = _there.Head;
        Clone.Git(["mv", "big.txt", "very big.txt"]);
        Clone
            .Write("very big.txt", string.Join('\n', Enumerable.Range(1, 40)).Replace("\n20\n", "\ntwenty\n", StringComparison.Ordinal) + "\n")
            .Commit("fix", TempRepository.Day(6));

        BlameFindings found = await BlameAsync(before);

        Assert.Equal([Blamed(before, day: 3, "big", 1)], found.Commits.Select(Comparable));
        Assert.Equal(["big.txt"], Assert.Single(found.Commits).Files);
    }

    [Fact]
    public async Task SaysOfABinaryFileThatItHasNoLinesAndNothingOfANewOne()
    {
        Clone.Write("logo.bin", "a\0b").Commit("logo", TempRepository.Day(3));
        CommitSha before = _there.Head;
        Clone.Write("logo.bin", "a\0c").Write("new.txt", "new\n").Commit("fix", TempRepository.Day(6));

        BlameFindings found = await BlameAsync(before);

        Assert.Equal(["logo.bin: binary, it has no lines"], found.Unknown);
        Assert.Empty(found.Commits);
    }

    [Fact]
    public async Task LooksThroughACommitThatOnlyIndented()
    {
        CommitSha first = _there.Head;
        CommitSha before = Commit("app.txt", "  one\n  two\n  three\n", "indent", day: 3);
        Commit("app.txt", "  one\n  TWO\n  three\n", "fix", day: 6);

        BlameFindings found = await BlameAsync(before);

        Assert.Equal([Blamed(first, day: 0, "first", 1)], found.Commits.Select(Comparable));
    }

    [Fact]
    public async Task ReadsNamesAndWordsOfEveryKind()
    {
        const string Name = "src/ä \"q\" :(top)[x]*.txt";
        CommitSha before = Commit(Name, "\tauthor-time 7\nsummary x\n0123456789012345678901234567890123456789 1 1 1\n", "Größe <b>@all</b>", day: 3);
        Commit(Name, "a\nb\nc\n", "fix", day: 6);

        BlameFindings found = await BlameAsync(before);

        Assert.Equal([Blamed(before, day: 3, "Größe <b>@all</b>", 3)], found.Commits.Select(Comparable));
        Assert.Equal([Name], Assert.Single(found.Commits).Files);
    }

    [Fact]
    public async Task SaysWhereHistoryWasCutOffThatItCannotKnow()
    {
        Commit("app.txt", "one\n2\nthree\n", "two", day: 3);
        CommitSha visible = Commit("app.txt", "one\n2\n3\n", "three", day: 4);
        CommitSha before = visible;
        CommitSha fix = Commit("app.txt", "1\nTWO\nTHREE\n", "fix", day: 6);
        using TempRepository shallow = Clone.Clone("--depth=3");

        BlameFindings found = await new Blame(At(shallow)).ReadAsync(before, fix, [new FileChange("app.txt", null, 3, 3, IsBinary: false)], None);

        Assert.Equal([Blamed(visible, day: 4, "three", 1)], found.Commits.Select(Comparable));
        Assert.Contains("app.txt: this clone's history is cut off, and 2 of its lines", Assert.Single(found.Unknown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LeavesAVeryLargeFileOut()
    {
        string large = new StringBuilder().Insert(0, "0123456789\n", 200_000).ToString();
        CommitSha before = Commit("large.txt", large, "large", day: 3);
        Commit("large.txt", large + "x\n", "fix", day: 6);

        BlameFindings found = await BlameAsync(before);

        Assert.Equal(["large.txt: too large to look at, 2200000 bytes"], found.Unknown);
    }

    [Fact]
    public async Task LooksAtSoManyFilesAndPlacesAndSaysSo()
    {
        string[] files = [.. Enumerable.Range(1, 22).Select(number => $"f{number:00}.txt")];
        foreach (string file in files)
            Clone.Write(file, "old\n");

        Clone.Write("a-many.txt", string.Concat(Enumerable.Range(0, 300).Select(number => $"{number}\n"))).Commit("all", TempRepository.Day(3));
        CommitSha before = _there.Head;
        foreach (string file in files)
            Clone.Write(file, "new\n");

        Clone
            .Write("a-many.txt", string.Concat(Enumerable.Range(0, 300).Select(number => number % 2 == 0 ? $"{number}\n" : "x\n")))
            .Commit("fix", TempRepository.Day(6));

        BlameFindings found = await BlameAsync(before);

        Assert.Equal(["a-many.txt: 50 more places were not looked at", "3 more files were not looked at"], found.Unknown);
        Assert.Equal([Blamed(before, day: 3, "all", 119)], found.Commits.Select(Comparable));
    }

    [Fact]
    public async Task SaysWhatKeepsGitFromTelling()
    {
        CommitSha before = _there.Head;
        Commit("app.txt", "one\nTWO\nthree\n", "fix", day: 6);
        Clone.Git(["config", "blame.ignoreRevsFile", ".no-such-file"]);

        BlameFindings found = await BlameAsync(before);

        Assert.Empty(found.Commits);
        Assert.StartsWith("app.txt: git could not tell: ", Assert.Single(found.Unknown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchesTheHeadOfAPullRequestWhoseBranchIsGone()
    {
        CommitSha head = _there.PushFromElsewhere("hotfix/x", "app.txt", "fixed");
        _there.Remote.Git(["update-ref", "refs/pull/7/head", head.Value]);
        _there.Remote.Git(["update-ref", "-d", "refs/heads/hotfix/x"]);
        var heads = new PullRequestHeads(_there.Git);
        RemoteRefs remote = await _there.LookAsync();

        bool isThere = await heads.FetchAsync(remote, 7, head, None);

        Assert.True(isThere);
        Assert.Equal("commit", Clone.Git(["cat-file", "-t", head.Value]));
        Assert.False(await heads.FetchAsync(remote, 8, CommitSha.Parse(new string('1', 40)), None));
    }

    private CommitSha Commit(string file, string content, string message, int day) =>
        CommitSha.Parse(Clone.CommitFile(file, content, message, TempRepository.Day(day)));

    private async Task<BlameFindings> BlameAsync(CommitSha before) =>
        await new Blame(_there.Git).ReadAsync(before, _there.Head, await _there.Reader.DiffAsync(before, _there.Head, None), None);

    private static (CommitSha Sha, DateTimeOffset At, string Subject, int Lines) Blamed(CommitSha sha, int day, string subject, int lines) =>
        (sha, TempRepository.Day(day), subject, lines);

    private static (CommitSha Sha, DateTimeOffset At, string Subject, int Lines) Comparable(BlamedCommit commit) =>
        (commit.Sha, commit.AuthoredAt, commit.Subject, commit.Lines);
}
