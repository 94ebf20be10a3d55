using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios;

/// <summary><c>CreateHotfixBranch</c> in the clones that people really have.</summary>
public sealed class BranchFromAnyClone : IAsyncLifetime
{
    private static readonly string[] Create = ["CreateHotfixBranch", "--description", HotfixLab.Description];
    private HotfixLab _lab = null!;

    public async Task InitializeAsync() => _lab = await HotfixLab.StartAsync();

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task ThatIsShallow()
    {
        _lab.MoveMain("src/more.txt", "more");
        TempRepository shallow = _lab.CloneTo("shallow", "--depth=1");

        (await _lab.RunInAsync(shallow, Create)).ShouldExitWith(0);

        Assert.Equal(HotfixLab.Branch, shallow.Git(["branch", "--show-current"]));
        Assert.Equal(_lab.MainTip(), shallow.Head);
    }

    [Fact]
    public async Task WhoseHeadIsDetachedAndBehind()
    {
        TempRepository behind = _lab.CloneTo("behind");
        behind.Git(["switch", "--quiet", "--detach"]);
        _lab.MoveMain("src/more.txt", "more");

        (await _lab.RunInAsync(behind, Create)).ShouldExitWith(0);

        Assert.Equal(HotfixLab.Branch, behind.Git(["branch", "--show-current"]));
        Assert.Equal(_lab.MainTip(), behind.Head);
    }

    [Fact]
    public async Task ThatIsALinkedWorkTree()
    {
        string path = Path.Combine(_lab.Home, "linked");
        _lab.Clone.Git(["worktree", "add", "--quiet", "--detach", path]);

        (await _lab.RunInAsync(TempRepository.At(path), Create)).ShouldExitWith(0);

        Assert.Equal(HotfixLab.Branch, TempRepository.At(path).Git(["branch", "--show-current"]));
        Assert.Equal("main", _lab.Clone.Git(["branch", "--show-current"]));
    }

    [Fact]
    public async Task WhoseRemoteHasAnotherName()
    {
        TempRepository clone = _lab.CloneTo("upstream", "--origin", "upstream");
        clone.Git(["remote", "add", "origin", "https://127.0.0.1:9/nobody/listens.git"]);

        (await _lab.RunInAsync(clone, [.. Create, "--remote", "upstream"])).ShouldExitWith(0);

        Assert.Equal(HotfixLab.Branch, clone.Git(["branch", "--show-current"]));
    }

    [Fact]
    public async Task TwiceIsFoundTheSecondTime()
    {
        (await _lab.RunAsync(Create)).ShouldExitWith(0);
        string refs = _lab.Clone.Git(["for-each-ref"]);

        RunResult again = await _lab.RunAsync(Create);

        again.ShouldExitWith(0);
        Assert.Contains("found: branch hotfix/null-ref-in-checkout at", again.Output, StringComparison.Ordinal);
        Assert.Equal(refs, _lab.Clone.Git(["for-each-ref"]));
    }

    [Fact]
    public async Task ThatIsDirtyIntoAWorkTreeOfItsOwn()
    {
        string path = Path.Combine(_lab.Home, "hotfix with spaces");
        _lab.Clone.Write("src/checkout.txt", "half an idea");

        (await _lab.RunAsync([.. Create, "--worktree", path])).ShouldExitWith(0);

        Assert.Equal(HotfixLab.Branch, TempRepository.At(path).Git(["branch", "--show-current"]));
        Assert.Equal("main", _lab.Clone.Git(["branch", "--show-current"]));
        Assert.Equal("half an idea", File.ReadAllText(Path.Combine(_lab.Clone.Path, "src", "checkout.txt")));
        (await _lab.RunAsync([.. Create, "--worktree", path])).ShouldExitWith(0);
    }

    [Theory]
    [InlineData("commit")]
    [InlineData("range")]
    [InlineData("patch")]
    public async Task WithAFixThatIsReady(string kind)
    {
        string fix = PrepareFix(kind);

        (await _lab.RunAsync([.. Create, "--fix", fix])).ShouldExitWith(0);

        string[] subjects = _lab.Clone.Git(["log", "--format=%s", "main..HEAD"]).Split('\n');
        Assert.Equal(kind == "patch" ? ["fix: null ref in checkout"] : ["Guard against an empty basket"], subjects[^1..]);
        Assert.Equal(kind == "range" ? 2 : 1, subjects.Length);
        Assert.Equal("fixed", _lab.Clone.Git(["show", "HEAD:src/checkout.txt"]));
        string tip = _lab.Clone.Head;
        (await _lab.RunAsync([.. Create, "--fix", fix])).ShouldExitWith(0);
        Assert.Equal(tip, _lab.Clone.Head);
    }

    [Fact]
    public async Task WithAFixThatConflictsChangesNothing()
    {
        PrepareFix("commit");
        _lab.MoveMain("src/checkout.txt", "fixed otherwise");
        string refs = _lab.Clone.Git(["for-each-ref", "refs/heads"]);

        RunResult refused = await _lab.RunAsync([.. Create, "--fix", "topic"]);

        refused.ShouldExitWith(255);
        Assert.Contains("src/checkout.txt", refused.Output, StringComparison.Ordinal);
        Assert.Equal(refs, _lab.Clone.Git(["for-each-ref", "refs/heads"]));
        Assert.Equal("", _lab.Clone.Git(["status", "--porcelain"]));
    }

    // The fix was made elsewhere: on a branch of somebody's, or as a mail.
    private string PrepareFix(string kind)
    {
        _lab.Clone.Git(["switch", "--quiet", "--create", "topic"]);
        _lab.CommitFix();
        if (kind == "range")
            _lab.Clone.Write("tests/more.txt", "more").Commit("Test more", TempRepository.Day(21));

        string patch = Path.Combine(_lab.Home, "fix.patch");
        File.WriteAllText(patch, _lab.Clone.Git(["diff", "--binary", "main", "topic"]) + "\n");
        _lab.Clone.Git(["switch", "--quiet", "main"]);
        return kind switch
        {
            "commit" => "topic",
            "range" => "main..topic",
            _ => patch,
        };
    }
}
