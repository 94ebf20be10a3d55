using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Testing;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class PushingABranch : IDisposable
{
    private static readonly BranchName Fix = BranchName.Parse("hotfix/null-ref");
    private readonly RemoteAndClone _there = new();

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task CreatesItAtTheRemote()
    {
        Outcome outcome = await _there.Writer.ApplyAsync(new PlanStep.PushBranch(Fix, _there.Head, ExpectedRemoteTip: null), None);

        Assert.False(outcome.WasFound);
        Assert.Equal(_there.Head.Value, _there.Remote.Resolve(Fix.RefName));
    }

    [Fact]
    public async Task ASecondTimeIsFoundDone()
    {
        var step = new PlanStep.PushBranch(Fix, _there.Head, ExpectedRemoteTip: null);
        await _there.Writer.ApplyAsync(step, None);

        Outcome outcome = await _there.Writer.ApplyAsync(step, None);

        Assert.True(outcome.WasFound);
    }

    [Fact]
    public async Task MovesItForwardFromWhereItWasSeen()
    {
        CommitSha before = _there.Head;
        _there.Clone.Git(["push", "--quiet", "origin", $"HEAD:{Fix.RefName}"]);
        CommitSha after = CommitSha.Parse(_there.Clone.CommitFile("fix.txt", "fix\n", "fix"));

        await _there.Writer.ApplyAsync(new PlanStep.PushBranch(Fix, after, before), None);

        Assert.Equal(after.Value, _there.Remote.Resolve(Fix.RefName));
    }

    [Fact]
    public async Task RefusesWhenAnotherClonePushedInBetween()
    {
        CommitSha theirs = _there.PushFromElsewhere(Fix.Value, "other.txt", "other\n");

        Refusal refusal = await Refusals.ExpectAsync("HF2040", () =>
            _there.Writer.ApplyAsync(new PlanStep.PushBranch(Fix, _there.Head, ExpectedRemoteTip: null), None)
        );

        Assert.Contains(theirs.Value, refusal.Why, StringComparison.Ordinal);
        Assert.Equal(theirs.Value, _there.Remote.Resolve(Fix.RefName));
    }

    [Fact]
    public async Task RefusesWhatIsNoFastForwardEvenIfTheLeaseMatches()
    {
        CommitSha theirs = _there.PushFromElsewhere(Fix.Value, "other.txt", "other\n");
        _there.Clone.Git(["fetch", "--quiet", "origin"]);

        await Refusals.ExpectAsync("HF2033", () => _there.Writer.ApplyAsync(new PlanStep.PushBranch(Fix, _there.Head, theirs), None));

        Assert.Equal(theirs.Value, _there.Remote.Resolve(Fix.RefName));
    }

    [Fact]
    public async Task TellsWhatAHookOfTheRemoteSaid()
    {
        _there.InstallRemoteHook("pre-receive", "echo 'frozen until Monday' >&2; exit 1");

        Refusal refusal = await Refusals.ExpectAsync("HF2041", () =>
            _there.Writer.ApplyAsync(new PlanStep.PushBranch(Fix, _there.Head, ExpectedRemoteTip: null), None)
        );

        Assert.Contains("frozen until Monday", refusal.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAConnectionSaysSo()
    {
        TempRepository clone = _there.Clone;
        clone.Git(["remote", "set-url", "origin", "https://user:secret@127.0.0.1:1/none.git"]);

        Refusal refusal = await Refusals.ExpectAsync("HF2013", () =>
            _there.Writer.ApplyAsync(new PlanStep.PushBranch(Fix, _there.Head, ExpectedRemoteTip: null), None)
        );

        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
    }
}
