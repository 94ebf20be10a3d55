using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class DeletingABranch : IDisposable
{
    private static readonly BranchName Fix = BranchName.Parse("hotfix/null-ref");
    private readonly RemoteAndClone _there = new();
    private readonly BranchDeleting _deleting;

    public DeletingABranch()
    {
        _deleting = new BranchDeleting(_there.Git);
    }

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task AtTheRemoteTwiceIsFoundDone()
    {
        CommitSha tip = _there.PushFromElsewhere(Fix.Value, "fix.txt", "fix\n");
        var step = new PlanStep.DeleteRemoteBranch(Fix, tip);

        Outcome first = await _deleting.ApplyAsync(step, None);
        Outcome second = await _deleting.ApplyAsync(step, None);

        Assert.Equal((false, true), (first.WasFound, second.WasFound));
        Assert.Equal("", _there.Remote.Git(["for-each-ref", Fix.RefName]));
        Assert.Contains($"git push origin {tip}:{Fix.RefName}", first.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AtTheRemoteIsRefusedWhenSomebodyPushedMeanwhile()
    {
        CommitSha theirs = _there.PushFromElsewhere(Fix.Value, "fix.txt", "fix\n");

        await Refusals.ExpectAsync("HF2040", () => _deleting.ApplyAsync(new PlanStep.DeleteRemoteBranch(Fix, _there.Head), None));

        Assert.Equal(theirs.Value, _there.Remote.Resolve(Fix.RefName));
    }

    [Fact]
    public async Task HereHappensOnlyWhereItWasSeen()
    {
        CommitSha seen = _there.Head;
        _there.Clone.Git(["branch", Fix.Value]);

        await Refusals.ExpectAsync("HF2032", () => _deleting.ApplyAsync(new PlanStep.DeleteBranch(Fix, CommitSha.Parse(new string('1', 40))), None));
        Outcome gone = await _deleting.ApplyAsync(new PlanStep.DeleteBranch(Fix, seen), None);
        Outcome again = await _deleting.ApplyAsync(new PlanStep.DeleteBranch(Fix, seen), None);

        Assert.Equal((false, true), (gone.WasFound, again.WasFound));
        Assert.Equal("", _there.Clone.Git(["branch", "--list", Fix.Value]));
    }
}
