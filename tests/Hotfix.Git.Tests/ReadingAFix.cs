using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class ReadingAFix : IDisposable
{
    private readonly RemoteAndClone _there = new();
    private readonly CommitSha _base;

    public ReadingAFix()
    {
        _base = _there.Head;
    }

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task ThatIsACommitTouchesNoRefAndNoFile()
    {
        string made = _there.Clone.CommitFile("app.txt", "one\nTWO\nthree\n", "fix");
        string refs = _there.Clone.Git(["for-each-ref"]);

        Fix fix = await _there.Reader.ReadFixAsync("main", _base, "", None);

        Assert.Equal([CommitSha.Parse(made)], Assert.IsType<Fix.Commits>(fix).Shas);
        Assert.Equal(refs, _there.Clone.Git(["for-each-ref"]));
        Assert.Equal("", _there.Clone.Git(["status", "--porcelain"]));
    }

    [Fact]
    public async Task LeavesOutTheCommitsOfARangeThatAreThereAlready()
    {
        _there.Clone.Git(["switch", "--quiet", "--create", "release"]);
        _there.Clone.CommitFile("a.txt", "a\n", "a, picked before");
        CommitSha onto = _there.Head;
        _there.Clone.Git(["switch", "--quiet", "main"]);
        _there.Clone.CommitFile("a.txt", "a\n", "a");
        CommitSha needed = CommitSha.Parse(_there.Clone.CommitFile("b.txt", "b\n", "b"));

        Fix fix = await _there.Reader.ReadFixAsync($"{_base}..main", onto, "", None);

        Assert.Equal([needed], Assert.IsType<Fix.Commits>(fix).Shas);
    }

    [Fact]
    public async Task ThatConflictsNamesTheFiles()
    {
        _there.Clone.Git(["switch", "--quiet", "--create", "release"]);
        _there.Clone.CommitFile("app.txt", "one\nzwei\nthree\n", "theirs");
        CommitSha onto = _there.Head;
        _there.Clone.Git(["switch", "--quiet", "main"]);
        _there.Clone.CommitFile("app.txt", "one\nTWO\nthree\n", "fix");

        Refusal refusal = await Refusals.ExpectAsync("HF2022", () => _there.Reader.ReadFixAsync("main", onto, "", None));

        Assert.Contains("app.txt", refusal.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThatIsThereAlreadyIsRefused()
    {
        _there.Clone.CommitFile("app.txt", "one\nTWO\nthree\n", "fix");

        await Refusals.ExpectAsync("HF2023", () => _there.Reader.ReadFixAsync("main", _there.Head, "", None));
    }

    [Fact]
    public async Task ThatIsAMergeIsRefused()
    {
        _there.Clone.Git(["switch", "--quiet", "--create", "side"]);
        _there.Clone.CommitFile("b.txt", "b\n", "b");
        _there.Clone.Git(["switch", "--quiet", "main"]);
        _there.Clone.Git(["merge", "--quiet", "--no-ff", "--no-edit", "side"]);

        await Refusals.ExpectAsync("HF2021", () => _there.Reader.ReadFixAsync($"{_base}..main", _base, "", None));
        await Refusals.ExpectAsync("HF2021", () => _there.Reader.ReadFixAsync("main", _base, "", None));
    }

    [Theory]
    [InlineData("no-such-thing")]
    [InlineData("main..main")]
    [InlineData("a...b")]
    [InlineData("--upload-pack=touch")]
    public async Task ThatIsNothingIsRefused(string text) => await Refusals.ExpectAsync("HF2020", () => _there.Reader.ReadFixAsync(text, _base, "", None));

    [Fact]
    public async Task OfARootCommitAddsItsFiles()
    {
        _there.Clone.Git(["switch", "--quiet", "--orphan", "other"]);
        CommitSha root = CommitSha.Parse(_there.Clone.CommitFile("new.txt", "new\n", "root"));

        Fix fix = await _there.Reader.ReadFixAsync(root.Value, _base, "", None);

        Assert.Equal([root], Assert.IsType<Fix.Commits>(fix).Shas);
    }

    [Theory]
    [InlineData("nothing that git knows\n", "HF2025")]
    [InlineData("--- a/app.txt\n+++ b/app.txt\n@@ -1,3 +1,3 @@\n one\n-zwei\n+TWO\n three\n", "HF2022")]
    [InlineData("--- a/app.txt\n+++ b/app.txt\n@@ -1,3 +1,3 @@\n one\n-deux\n+two\n three\n", "HF2023")]
    public async Task ThatIsAnUnfitPatchIsRefused(string patch, string code)
    {
        string path = Path.Combine(_there.Clone.Path, "..", "my fix.patch");
        await File.WriteAllTextAsync(path, patch);

        await Refusals.ExpectAsync(code, () => _there.Reader.ReadFixAsync(path, _base, "", None));

        Assert.Equal("", _there.Clone.Git(["status", "--porcelain"]));
    }
}
