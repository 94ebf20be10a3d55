using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Testing;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class ReadingTheWorkTree : IDisposable
{
    private readonly RemoteAndClone _there = new();

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task ThatIsCleanTakesTwoProcesses()
    {
        WorkTree tree = await _there.Reader.ReadWorkTreeAsync(None);

        Assert.Equal(_there.Head, tree.Head);
        Assert.Equal(BranchName.Parse("main"), tree.Branch);
        Assert.False(tree.IsDirty);
        Assert.Empty(tree.UntrackedFiles);
        Assert.Null(tree.OperationInProgress);
        Assert.False(tree.IsShallow);
        Assert.Equal(Path.GetFileName(_there.Clone.Path), Path.GetFileName(tree.Root));
        Assert.Equal(2, _there.Git.ProcessesStarted);
    }

    [Fact]
    public async Task ThatIsDirtyNamesFilesAsTheyAreCalled()
    {
        _there.Clone.Write("app.txt", "changed\n").Write("Ärger mit Leerzeichen.txt", "x").Write("two\nlines.txt", "x").Write("sub/neu.txt", "x");
        _there.Clone.Git(["add", "two\nlines.txt"]);

        WorkTree tree = await _there.Reader.ReadWorkTreeAsync(None);

        Assert.Equal(["app.txt", "two\nlines.txt"], tree.ChangedFiles.Order(StringComparer.Ordinal));
        Assert.Equal(["sub/neu.txt", "Ärger mit Leerzeichen.txt"], tree.UntrackedFiles.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WithARenameCountsTheNewName()
    {
        _there.Clone.Git(["mv", "app.txt", "renamed app.txt"]);

        WorkTree tree = await _there.Reader.ReadWorkTreeAsync(None);

        Assert.Equal(["renamed app.txt"], tree.ChangedFiles);
    }

    [Fact]
    public async Task OfADetachedHeadHasNoBranch()
    {
        _there.Clone.Git(["switch", "--quiet", "--detach"]);

        WorkTree tree = await _there.Reader.ReadWorkTreeAsync(None);

        Assert.Null(tree.Branch);
        Assert.Equal(_there.Head, tree.Head);
    }

    [Fact]
    public async Task BeforeTheFirstCommitHasNoHead()
    {
        using var empty = new TempRepository();

        WorkTree tree = await new GitReader(At(empty)).ReadWorkTreeAsync(None);

        Assert.Null(tree.Head);
        Assert.Equal(BranchName.Parse("main"), tree.Branch);
    }

    [Fact]
    public async Task OfAShallowCloneSaysSo()
    {
        _there.Clone.CommitFile("b.txt", "b\n", "second");
        _there.Clone.Git(["push", "--quiet", "origin", "main"]);
        TempRepository shallow = _there.Own(_there.Remote.Clone("--depth=1"));

        WorkTree tree = await new GitReader(At(shallow)).ReadWorkTreeAsync(None);

        Assert.True(tree.IsShallow);
    }

    [Theory]
    [InlineData("cherry-pick")]
    [InlineData("merge")]
    [InlineData("rebase")]
    [InlineData("revert")]
    public async Task NamesWhatWasLeftHalfDone(string operation)
    {
        _there.Clone.Git(["switch", "--quiet", "--create", "other"]);
        _there.Clone.CommitFile("app.txt", "theirs\n", "theirs");
        _there.Clone.Git(["switch", "--quiet", "main"]);
        _there.Clone.CommitFile("app.txt", "ours\n", "ours");
        _there.Clone.CommitFile("app.txt", "ours again\n", "ours again");
        string[] arguments = operation == "revert" ? ["revert", "--no-edit", "HEAD~1"] : [operation, "other"];
        await At(_there.Clone).RunAsync(arguments, None);

        WorkTree tree = await _there.Reader.ReadWorkTreeAsync(None);

        Assert.Equal(operation, tree.OperationInProgress);
        Assert.Contains("app.txt", tree.ChangedFiles);
    }

    [Fact]
    public async Task InALinkedWorkTreeIsItsOwn()
    {
        string linked = Path.Combine(Path.GetDirectoryName(_there.Clone.Path)!, "linked tree");
        _there.Clone.Git(["worktree", "add", "--quiet", "-b", "side", linked]);

        WorkTree tree = await new GitReader(At(TempRepository.At(linked))).ReadWorkTreeAsync(None);
        IReadOnlyDictionary<BranchName, string> all = await _there.Reader.ListWorktreesAsync(None);

        Assert.Equal(BranchName.Parse("side"), tree.Branch);
        Assert.Equal(linked, tree.Root);
        Assert.Equal(linked, all[BranchName.Parse("side")]);
        Assert.Equal(_there.Clone.Path, all[BranchName.Parse("main")]);
    }

    [Fact]
    public async Task OutsideAnyRepositoryIsRefused()
    {
        using var folder = new TempFolder();
        var reader = new GitReader(
            new GitCommandLine(
                folder.Path,
                environment: new Dictionary<string, string?>(_there.Clone.Environment) { ["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(folder.Path) }
            )
        );

        await Refusals.ExpectAsync("HF2004", () => reader.ReadWorkTreeAsync(None));
    }
}
