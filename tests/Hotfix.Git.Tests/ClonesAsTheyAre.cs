using System.Text;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Testing;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class ClonesAsTheyAre : IDisposable
{
    private static readonly BranchName Fix = BranchName.Parse("hotfix/null-ref");
    private readonly RemoteAndClone _there = new();

    public void Dispose() => _there.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WithASubmoduleThatDiffersAreNotDirty(bool isBehind)
    {
        WithSubmodule();
        if (isBehind)
            TempRepository.At(Inner).Git(["checkout", "--quiet", "HEAD~1"]);
        else
            await File.WriteAllTextAsync(Path.Combine(Inner, "output.o"), "o");

        WorkTree tree = await _there.Reader.ReadWorkTreeAsync(None);

        Assert.False(tree.IsDirty);
        Assert.Equal([new DifferingSubmodule("vendor/lib", isBehind)], tree.Submodules);
    }

    [Fact]
    public async Task WithASubmoduleWhosePointerIsStagedAreDirty()
    {
        WithSubmodule();
        TempRepository.At(Inner).Git(["checkout", "--quiet", "HEAD~1"]);
        _there.Clone.Git(["add", "vendor/lib"]);

        Assert.Equal(["vendor/lib"], (await _there.Reader.ReadWorkTreeAsync(None)).ChangedFiles);
    }

    [Fact]
    public async Task WithSubmodulesFillThemInANewWorkTreeOrSayThatTheyDoNot()
    {
        WithSubmodule();
        _there.Clone.Git(["branch", Fix.Value]);
        string path = Path.Combine(Path.GetDirectoryName(_there.Clone.Path)!, "linked");

        // git takes no submodule from a path unless it is told to; nobody tells it here.
        Outcome outcome = await _there.Writer.ApplyAsync(new PlanStep.AddWorktree(path, Fix, _there.Head), None);
        Assert.Contains("git submodule update --init --recursive", outcome.Evidence, StringComparison.Ordinal);

        var allowed = new Dictionary<string, string?>(_there.Clone.Environment)
        {
            ["GIT_CONFIG_COUNT"] = "1",
            ["GIT_CONFIG_KEY_0"] = "protocol.file.allow",
            ["GIT_CONFIG_VALUE_0"] = "always",
        };
        _there.Clone.Git(["worktree", "remove", "--force", path]);
        outcome = await new GitWriter(new GitCommandLine(_there.Clone.Path, environment: allowed), remote: null, _there.Clock).ApplyAsync(
            new PlanStep.AddWorktree(path, Fix, _there.Head),
            None
        );
        Assert.EndsWith("with its submodules", outcome.Evidence, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(path, "vendor", "lib", "a.txt")));
    }

    [Fact]
    public async Task WhereSubmodulesAreToBeSwitchedAlongAreLeftAlone()
    {
        _there.Clone.Git(["config", "submodule.recurse", "true"]);
        _there.Clone.Git(["config", "push.recurseSubmodules", "on-demand"]);

        Assert.Equal("false", await _there.Git.ReadAsync(["config", "submodule.recurse"], None));
        Assert.Equal("no", await _there.Git.ReadAsync(["config", "push.recurseSubmodules"], None));
    }

    [Fact]
    public async Task WithLineEndsAgainstTheirAttributesAreNotDirtyAndCanBeSwitched()
    {
        CommitSha before = _there.Head;
        _there.Clone.Git(["branch", Fix.Value]);
        CommitWindowsLines();
        Assert.Contains("win.txt", _there.Clone.Git(["status", "--porcelain"]), StringComparison.Ordinal);

        WorkTree tree = await _there.Reader.ReadWorkTreeAsync(None);
        Assert.False(tree.IsDirty);

        await _there.Writer.ApplyAsync(new PlanStep.CheckOutBranch(Fix, before), None);
        Assert.Equal(Fix.Value, _there.Clone.Git(["branch", "--show-current"]));
    }

    [Fact]
    public async Task WithAChangeInSuchAFileAreDirty()
    {
        CommitWindowsLines();
        _there.Clone.Write("win.txt", "a\r\nc\r\n");

        Assert.Equal(["win.txt"], (await _there.Reader.ReadWorkTreeAsync(None)).ChangedFiles);
    }

    [Fact]
    public async Task WithoutGitLfsSayThatItIsMissing()
    {
        _there.Clone.CommitFile(".gitattributes", "*.bin filter=lfs\n", "lfs");
        _there.Clone.Git(["switch", "--quiet", "--create", Fix.Value]);
        CommitSha tip = CommitSha.Parse(_there.Clone.CommitFile("a.bin", "pointer\n", "a picture"));
        _there.Clone.Git(["switch", "--quiet", "main"]);
        foreach (string part in new[] { "process", "smudge", "clean" })
            _there.Clone.Git(["config", $"filter.lfs.{part}", "git-lfs-that-is-not-there"]);
        _there.Clone.Git(["config", "filter.lfs.required", "true"]);

        Refusal refusal = await Refusals.ExpectAsync("HF2073", () => _there.Writer.ApplyAsync(new PlanStep.CheckOutBranch(Fix, tip), None));
        Assert.Contains("git-lfs", refusal.Why, StringComparison.Ordinal);

        // The way out that it names.
        _there.Clone.Git(["config", "filter.lfs.required", "false"]);
        _there.Clone.Git(["config", "filter.lfs.process", ""]);
        await _there.Writer.ApplyAsync(new PlanStep.CheckOutBranch(Fix, tip), None);
        Assert.Equal(Fix.Value, _there.Clone.Git(["branch", "--show-current"]));
    }

    [Theory]
    [InlineData("lfs", "Git LFS")]
    [InlineData("git-crypt", "the filter 'git-crypt'")]
    public async Task WhoseFilterIsMissingSayWhichWhereGitCannotTellWhatHasChanged(string filter, string named)
    {
        _there.Clone.Write(".gitattributes", $"*.bin filter={filter}\n").Write("a.bin", "pointer\n").Commit("a picture");
        foreach (string part in new[] { "process", "smudge", "clean" })
            _there.Clone.Git(["config", $"filter.{filter}.{part}", "a-filter-that-is-not-there --part"]);
        _there.Clone.Git(["config", $"filter.{filter}.required", "true"]);
        File.SetLastWriteTimeUtc(Path.Combine(_there.Clone.Path, "a.bin"), TempRepository.Day(5).UtcDateTime);

        Refusal refusal = await Refusals.ExpectAsync("HF2073", () => _there.Reader.ReadWorkTreeAsync(None));
        Assert.Contains(named, refusal.Why, StringComparison.Ordinal);

        // The way out that it names.
        _there.Clone.Git(["config", $"filter.{filter}.required", "false"]);
        _there.Clone.Git(["config", $"filter.{filter}.process", ""]);
        Assert.Empty((await _there.Reader.ReadWorkTreeAsync(None)).ChangedFiles);
    }

    [Fact]
    public async Task WithAHookThatRefusesAPushNameItAndWhatItSaid()
    {
        _there.InstallHook("pre-push", "echo 'lint: 3 problems'; echo 'run the linter first' >&2; exit 1");
        var push = new PlanStep.PushBranch(Fix, _there.Head, null);

        Refusal refusal = await Refusals.ExpectAsync("HF2071", () => _there.Writer.ApplyAsync(push, None));

        Assert.Contains("hooks/pre-push", refusal.Why, StringComparison.Ordinal);
        Assert.Contains("run the linter first", refusal.ToString(), StringComparison.Ordinal);
        Assert.Contains("lint: 3 problems", refusal.ToString(), StringComparison.Ordinal);
        _there.Clone.Git(["push", "--no-verify", "--quiet", "origin", $"{_there.Head}:{Fix.RefName}"]);
        Assert.True((await _there.Writer.ApplyAsync(push, None)).WasFound);
    }

    [Fact]
    public async Task WithAHookThatRefusesABranchNameIt()
    {
        _there.InstallHook("reference-transaction", "echo 'no branches today' >&2; exit 1");

        Refusal refusal = await Refusals.ExpectAsync("HF2071", () => _there.Writer.ApplyAsync(new PlanStep.CreateBranch(Fix, _there.Head), None));

        Assert.Contains("no branches today", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithAHookThatRefusesACommitNameIt()
    {
        _there.InstallHook("commit-msg", "echo 'no ticket' >&2; exit 1");

        Refusal refusal = await Refusals.ExpectAsync("HF2071", ApplyPatchAsync);

        Assert.Contains("no ticket", refusal.ToString(), StringComparison.Ordinal);
        Assert.Equal("", _there.Clone.Git(["status", "--porcelain", "--untracked-files=no"]));
    }

    [Fact]
    public async Task ThatSignWithAKeyThatIsMissingSaySo()
    {
        _there.Clone.Git(["config", "commit.gpgSign", "true"]);
        _there.Clone.Git(["config", "gpg.program", "false"]);

        await Refusals.ExpectAsync("HF2072", ApplyPatchAsync);
        _there.Clone.Git(["config", "commit.gpgSign", "false"]);
        await ApplyPatchAsync();
    }

    [Theory]
    [InlineData("utf-8", false, true)]
    [InlineData("utf-8", true, false)]
    [InlineData("utf-8", true, true)]
    [InlineData("utf-16", true, true)]
    [InlineData("utf-16BE", true, true)]
    public async Task TakeAPatchFromWindows(string encoding, bool hasMark, bool hasWindowsLines)
    {
        string patch = MakePatch();
        string text = hasWindowsLines ? patch.Replace("\n", "\r\n", StringComparison.Ordinal) : patch;
        var written = Encoding.GetEncoding(encoding);
        string file = Path.Combine(Path.GetDirectoryName(_there.Clone.Path)!, "fix.patch");
        await File.WriteAllBytesAsync(file, [.. hasMark ? written.GetPreamble() : [], .. written.GetBytes(text)]);

        Fix fix = await _there.Reader.ReadFixAsync(file, _there.Head, "Fix it", None);
        await ApplyAsync(fix);

        Assert.Equal("patch fix.patch", fix.Describe());
        Assert.Equal("one\nTWO\nthree\n", await File.ReadAllTextAsync(Path.Combine(_there.Clone.Path, "app.txt")));
        Assert.Equal("", _there.Clone.Git(["status", "--porcelain"]));
    }

    [Fact]
    public async Task TakeAPatchWithWindowsLinesForAFileThatHasThem()
    {
        _there.Clone.CommitFile("win.txt", "a\r\nb\r\n", "from Windows");
        _there.Clone.Write("win.txt", "a\r\nB\r\n");
        string file = Path.Combine(Path.GetDirectoryName(_there.Clone.Path)!, "fix.patch");
        _there.Clone.Git(["diff", $"--output={file}"]);
        _there.Clone.Git(["checkout", "--quiet", "win.txt"]);

        await ApplyAsync(await _there.Reader.ReadFixAsync(file, _there.Head, "Fix it", None));

        Assert.Equal("a\r\nB\r\n", await File.ReadAllTextAsync(Path.Combine(_there.Clone.Path, "win.txt")));
    }

    [Fact]
    public async Task ThatArePartialLendEveryCallTheCredential()
    {
        _there.Remote.Git(["config", "uploadpack.allowFilter", "true"]);
        TempRepository partial = _there.Own(_there.Remote.Clone("--depth=1", "--filter=blob:none", "--no-checkout"));
        Assert.True(await At(partial).IsPartialCloneAsync(None));
        Assert.False(await _there.Git.IsPartialCloneAsync(None));

        var authentication = new GitAuthentication("https://example.com", "t0ken") { IsForEveryCall = true };
        var git = new GitCommandLine(partial.Path, authentication, environment: partial.Environment);
        Assert.Contains("Authorization", await git.ReadAsync(["config", "--get-all", "http.https://example.com/.extraHeader"], None), StringComparison.Ordinal);
    }

    private string Inner => Path.Combine(_there.Clone.Path, "vendor", "lib");

    // The attributes come later than the file, as they do; touching it makes git compare what it has.
    private void CommitWindowsLines()
    {
        _there.Clone.CommitFile("win.txt", "a\r\nb\r\n", "from Windows");
        _there.Clone.Write(".gitattributes", "*.txt text eol=lf\n");
        _there.Clone.Git(["add", ".gitattributes"]);
        _there.Clone.Git(["commit", "--quiet", "--message", "attributes"]);
        File.SetLastWriteTimeUtc(Path.Combine(_there.Clone.Path, "win.txt"), new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc));
    }

    private void WithSubmodule()
    {
        TempRepository library = _there.Own(new TempRepository());
        library.CommitFile("a.txt", "1\n", "one");
        library.CommitFile("a.txt", "2\n", "two");
        _there.Clone.Git(["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.Path, "vendor/lib"]);
        _there.Clone.Commit("Add the library");
    }

    private string MakePatch()
    {
        _there.Clone.Write("app.txt", "one\nTWO\nthree\n");
        string patch = _there.Clone.Git(["diff"]) + "\n";
        _there.Clone.Git(["checkout", "--quiet", "app.txt"]);
        return patch;
    }

    private async Task ApplyPatchAsync()
    {
        string file = Path.Combine(Path.GetDirectoryName(_there.Clone.Path)!, "fix.patch");
        await File.WriteAllTextAsync(file, MakePatch());
        await ApplyAsync(await _there.Reader.ReadFixAsync(file, _there.Head, "Fix it", None));
    }

    private Task ApplyAsync(Fix fix) => _there.Writer.ApplyAsync(new PlanStep.ApplyFix(Branch("main"), _there.Head, fix, _there.Clone.Path), None);
}
