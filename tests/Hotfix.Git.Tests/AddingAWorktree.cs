using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class AddingAWorktree : IDisposable
{
    private static readonly BranchName Fix = BranchName.Parse("hotfix/null-ref");
    private readonly RemoteAndClone _there = new();
    private readonly string _path;

    public AddingAWorktree()
    {
        _path = Path.Combine(Path.GetDirectoryName(_there.Clone.Path)!, "linked tree");
        _there.Clone.Git(["branch", Fix.Value]);
    }

    public void Dispose() => _there.Dispose();

    private PlanStep.AddWorktree Step => new(_path, Fix, _there.Head);

    [Fact]
    public async Task ChecksTheBranchOutThere()
    {
        await _there.Writer.ApplyAsync(Step, None);

        Assert.Equal("one\ntwo\nthree\n", await File.ReadAllTextAsync(Path.Combine(_path, "app.txt")));
        Assert.Equal("main", _there.Clone.Git(["branch", "--show-current"]));
    }

    [Fact]
    public async Task ASecondTimeIsFoundAndLeavesChangesAlone()
    {
        await _there.Writer.ApplyAsync(Step, None);
        await File.WriteAllTextAsync(Path.Combine(_path, "app.txt"), "mine\n");

        Outcome outcome = await _there.Writer.ApplyAsync(Step, None);

        Assert.True(outcome.WasFound);
        Assert.Equal("mine\n", await File.ReadAllTextAsync(Path.Combine(_path, "app.txt")));
    }

    [Fact]
    public async Task ThatAKilledRunLeftWithoutFilesIsFilled()
    {
        _there.Clone.Git(["worktree", "add", "--quiet", "--no-checkout", _path, Fix.Value]);

        Outcome outcome = await _there.Writer.ApplyAsync(Step, None);

        Assert.False(outcome.WasFound);
        Assert.True(File.Exists(Path.Combine(_path, "app.txt")));
    }

    [Fact]
    public async Task WhoseFolderSomebodyDeletedIsMadeAgain()
    {
        await _there.Writer.ApplyAsync(Step, None);
        Directory.Delete(_path, recursive: true);

        await _there.Writer.ApplyAsync(Step, None);

        Assert.True(File.Exists(Path.Combine(_path, "app.txt")));
    }

    [Fact]
    public async Task OfABranchThatIsCheckedOutElsewhereSaysWhere()
    {
        _there.Clone.Git(["switch", "--quiet", Fix.Value]);

        Refusal refusal = await Refusals.ExpectAsync("HF2035", () => _there.Writer.ApplyAsync(Step, None));

        Assert.Contains(_there.Clone.Path, refusal.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InAFolderWithFilesIsRefused()
    {
        Directory.CreateDirectory(_path);
        await File.WriteAllTextAsync(Path.Combine(_path, "notes.txt"), "mine\n");

        await Refusals.ExpectAsync("HF2036", () => _there.Writer.ApplyAsync(Step, None));
    }
}
