using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.ForwardPorting;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

/// <summary>A hotfix of two commits that was merged into <c>support/1.4</c> and released, and the six ways in which main may stand to it.</summary>
public sealed class LookingForAFix : IDisposable
{
    private readonly RemoteAndClone _there = new();
    private readonly ReleasedFix _fix;

    public LookingForAFix()
    {
        _there.Clone.CommitFile("other.txt", "one\ntwo\nthree\n", "other");
        CommitSha before = _there.Head;
        _there.Clone.Git(["switch", "--quiet", "--create", "support/1.4"]);
        _there.Clone.Git(["switch", "--quiet", "--create", "hotfix/x"]);
        _there.Clone.CommitFile("app.txt", "one\nfixed\nthree\n", "fix: app");
        _there.Clone.CommitFile("other.txt", "one\nfixed\nthree\n", "fix: other");
        _there.Clone.Git(["switch", "--quiet", "support/1.4"]);
        _there.Clone.Git(["merge", "--quiet", "--no-ff", "--message", "Merge pull request #7 from acme/hotfix/x", "hotfix/x"]);
        _fix = new ReleasedFix(before, _there.Head);
        _there.Clone.Git(["switch", "--quiet", "main"]);
        _there.Clone.CommitFile("unrelated.txt", "x\n", "unrelated");
    }

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task CleanItIsOpenUntilTheMergeIsPickedOnItsMainline()
    {
        ForwardPortLooked before = await LookAsync();
        CommitSha tip = await new CommitPicking(_there.Git).ApplyAsync(before.Preview, Branch("forward-port/x"), "unused", None);
        _there.Clone.Git(["merge", "--quiet", "--ff-only", tip.Value]);
        ForwardPortLooked after = await LookAsync();

        Assert.Equal(2, Assert.IsType<ForwardPortState.Open>(Assess(before)).Missing.Count);
        Assert.Equal(new CommitPick(_fix.Tip, MainlineParent: 1), Assert.Single(before.Preview.Picked).Pick);
        Assert.IsType<ForwardPortState.Proven>(Assess(after));
        Assert.True(after.Preview.IsEmpty);
    }

    [Fact]
    public async Task ConflictingItNamesTheFiles()
    {
        _there.Clone.CommitFile("app.txt", "one\nzwei\nthree\n", "feat: german");

        ForwardPortLooked looked = await LookAsync();

        Assert.Equal(["app.txt"], looked.Preview.Conflict!.Files);
        Assert.IsType<ForwardPortState.Open>(Assess(looked));
    }

    [Fact]
    public async Task ThereAsSinglePicksItIsPaid()
    {
        _there.Clone.Git(["cherry-pick", "hotfix/x~1", "hotfix/x"]);
        _there.Clone.CommitFile("app.txt", "one\nmuch better\nthree\n", "feat: better");

        Assert.IsType<ForwardPortState.Proven>(Assess(await LookAsync()));
    }

    [Fact]
    public async Task SquashedItIsPaid()
    {
        _there.Clone.Git(["merge", "--quiet", "--squash", "support/1.4"]);
        _there.Clone.Commit("Forward-port of the fix (#9)");
        _there.Clone.CommitFile("other.txt", "one\nmuch better\nthree\n", "feat: better");

        Assert.IsType<ForwardPortState.Proven>(Assess(await LookAsync()));
    }

    [Fact]
    public async Task MergedWithTheWholeLineItIsPaidAndOpenAgainOnceReverted()
    {
        _there.Clone.Git(["merge", "--quiet", "--no-ff", "--message", "Merge support/1.4", "support/1.4"]);
        ForwardPortState merged = Assess(await LookAsync());
        _there.Clone.Git(["revert", "--no-edit", "--mainline", "1", "HEAD"]);

        ForwardPortState reverted = Assess(await LookAsync());

        Assert.IsType<ForwardPortState.Proven>(merged);
        Assert.Equal(2, Assert.IsType<ForwardPortState.Open>(reverted).Missing.Count);
    }

    [Fact]
    public async Task HalfThereItIsOpenForTheOtherHalf()
    {
        _there.Clone.Git(["cherry-pick", "hotfix/x"]);

        ForwardPortState state = Assess(await LookAsync());

        Assert.Equal([CommitSha.Parse(_there.Clone.Resolve("hotfix/x~1"))], Assert.IsType<ForwardPortState.Open>(state).Missing);
    }

    private static ForwardPortState Assess(ForwardPortLooked looked) => ForwardPortAssessment.Assess(looked.Facts);

    private async Task<ForwardPortLooked> LookAsync() =>
        await new ForwardPortLook(_there.Reader, new CommitPatches(_there.Git)).ReadAsync(_fix, Branch("main"), _there.Head, None);
}
