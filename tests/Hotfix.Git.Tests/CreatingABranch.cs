using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class CreatingABranch : IDisposable
{
    private static readonly BranchName Fix = BranchName.Parse("hotfix/null-ref");
    private readonly RemoteAndClone _there = new();

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task LeavesTheWorkTreeAlone()
    {
        Outcome outcome = await _there.Writer.ApplyAsync(new PlanStep.CreateBranch(Fix, _there.Head), None);

        Assert.False(outcome.WasFound);
        Assert.Equal(_there.Head.Value, _there.Clone.Resolve(Fix.RefName));
        Assert.Equal("main", _there.Clone.Git(["branch", "--show-current"]));
    }

    [Fact]
    public async Task RemembersItsLaneWhateverPeopleMakeOfItsDescription()
    {
        var other = BranchName.Parse("hotfix/begun-by-hand");
        _there.Clone.Git(["branch", other.Value]);
        _there.Clone.Git(["config", $"branch.{other}.description", "standard lane: so says somebody"]);
        await _there.Writer.ApplyAsync(
            new PlanStep.CreateBranch(Fix, _there.Head) { Description = "standard lane: nothing speaks against it", Lane = Lane.Standard },
            None
        );
        _there.Clone.Git(["config", $"branch.{Fix}.description", "mine"]);

        Assert.Equal(Lane.Standard, await _there.Reader.ReadBranchLaneAsync(Fix, None));
        Assert.Equal("mine", await _there.Reader.ReadBranchDescriptionAsync(Fix, None));
        Assert.Null(await _there.Reader.ReadBranchLaneAsync(other, None));
    }

    [Fact]
    public async Task ThatIsThereAlreadyIsFound()
    {
        _there.Clone.Git(["branch", Fix.Value]);

        Outcome outcome = await _there.Writer.ApplyAsync(new PlanStep.CreateBranch(Fix, _there.Head), None);

        Assert.True(outcome.WasFound);
    }

    [Fact]
    public async Task ThatIsElsewhereNamesBothCommits()
    {
        CommitSha first = _there.Head;
        _there.Clone.Git(["branch", Fix.Value]);
        CommitSha second = CommitSha.Parse(_there.Clone.CommitFile("more.txt", "more\n", "more"));

        Refusal refusal = await Refusals.ExpectAsync("HF2030", () => _there.Writer.ApplyAsync(new PlanStep.CreateBranch(Fix, second), None));

        Assert.Contains(first.Value, refusal.Why, StringComparison.Ordinal);
        Assert.Contains(second.Value, refusal.Why, StringComparison.Ordinal);
        Assert.Equal(first.Value, _there.Clone.Resolve(Fix.RefName));
    }

    [Fact]
    public async Task BelowABranchOfTheFoldersNameIsRefused()
    {
        _there.Clone.Git(["branch", "hotfix"]);

        await Refusals.ExpectAsync("HF2031", () => _there.Writer.ApplyAsync(new PlanStep.CreateBranch(Fix, _there.Head), None));
    }

    [Fact]
    public async Task ByManyAtOnceIsMadeByOneAndFoundByTheOthers()
    {
        var step = new PlanStep.CreateBranch(Fix, _there.Head);

        Outcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RetryLockedAsync(step)));

        Assert.Single(outcomes, outcome => !outcome.WasFound);
        Assert.Equal(_there.Head.Value, _there.Clone.Resolve(Fix.RefName));
    }

    // Two creators in the same instant: the loser sees either the branch or the winner's lock; then it looks again, as a run does.
    private async Task<Outcome> RetryLockedAsync(PlanStep.CreateBranch step)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return await _there.Writer.ApplyAsync(step, None);
            }
            catch (HotfixException e) when (e.Code == "HF2031" && attempt < 20)
            {
                await Task.Yield();
            }
        }
    }
}
