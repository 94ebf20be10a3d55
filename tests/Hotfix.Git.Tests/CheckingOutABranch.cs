using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class CheckingOutABranch : IDisposable
{
    private static readonly BranchName Fix = BranchName.Parse("hotfix/null-ref");
    private readonly RemoteAndClone _there = new();

    public CheckingOutABranch()
    {
        _there.Clone.Git(["branch", Fix.Value]);
    }

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task SwitchesAndIsThenFound()
    {
        var step = new PlanStep.CheckOutBranch(Fix, _there.Head);

        Outcome first = await _there.Writer.ApplyAsync(step, None);
        Outcome second = await _there.Writer.ApplyAsync(step, None);

        Assert.False(first.WasFound);
        Assert.True(second.WasFound);
        Assert.Equal(Fix.Value, _there.Clone.Git(["branch", "--show-current"]));
    }

    [Fact]
    public async Task ThatMovedIsRefused()
    {
        CommitSha planned = _there.Head;
        _there.Clone.CommitFile("b.txt", "b\n", "b");
        _there.Clone.Git(["branch", "--force", Fix.Value]);

        await Refusals.ExpectAsync("HF2032", () => _there.Writer.ApplyAsync(new PlanStep.CheckOutBranch(Fix, planned), None));
    }

    [Fact]
    public async Task OverLocalChangesIsRefusedAndKeepsThem()
    {
        CommitSha old = _there.Head;
        _there.Clone.CommitFile("app.txt", "new\n", "new");
        _there.Clone.Write("app.txt", "mine\n");

        await Refusals.ExpectAsync("HF2034", () => _there.Writer.ApplyAsync(new PlanStep.CheckOutBranch(Fix, old), None));

        Assert.Equal("mine\n", await File.ReadAllTextAsync(Path.Combine(_there.Clone.Path, "app.txt")));
        Assert.Equal("main", _there.Clone.Git(["branch", "--show-current"]));
    }

    [Fact]
    public async Task WithALockLeftOverNamesTheFile()
    {
        await File.WriteAllTextAsync(Path.Combine(_there.Clone.Path, ".git", "index.lock"), "");

        await Refusals.ExpectAsync("HF2005", () => _there.Writer.ApplyAsync(new PlanStep.CheckOutBranch(Fix, _there.Head), None));
    }

    [Fact]
    public async Task ForwardTakesItsWorkTreeAlong()
    {
        CommitSha old = _there.Head;
        CommitSha ahead = _there.PushFromElsewhere("main", "b.txt", "b\n");
        await _there.Reader.FetchAsync(await _there.LookAsync(), [Branch("main")], [], None);
        var step = new PlanStep.FastForwardBranch(Branch("main"), old, ahead);

        Outcome first = await _there.Writer.ApplyAsync(step, None);
        Outcome second = await _there.Writer.ApplyAsync(step, None);

        Assert.False(first.WasFound);
        Assert.True(second.WasFound);
        Assert.True(File.Exists(Path.Combine(_there.Clone.Path, "b.txt")));
    }

    [Fact]
    public async Task ForwardToAnotherHistoryIsRefused()
    {
        CommitSha ours = CommitSha.Parse(_there.Clone.CommitFile("c.txt", "c\n", "c"));
        CommitSha theirs = _there.PushFromElsewhere("main", "b.txt", "b\n");
        await _there.Reader.FetchAsync(await _there.LookAsync(), [Branch("main")], [], None);

        await Refusals.ExpectAsync("HF2033", () => _there.Writer.ApplyAsync(new PlanStep.FastForwardBranch(Branch("main"), ours, theirs), None));

        Assert.Equal(ours, _there.Head);
    }
}
