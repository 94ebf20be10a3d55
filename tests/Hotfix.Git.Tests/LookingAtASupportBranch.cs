using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Pipeline.Lanes;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

/// <summary>Production runs v1.4.2, the only commit of the remote's main.</summary>
public sealed class LookingAtASupportBranch : IDisposable
{
    private readonly RemoteAndClone _there = new();
    private readonly CommitSha _production;

    public LookingAtASupportBranch()
    {
        _production = _there.Head;
    }

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task ThatIsMissingItIsToBeMadeWhereProductionIs()
    {
        SupportBranchFacts facts = await LookAsync(_production, "v1.4.2");

        Assert.Equal("support/1.4", facts.Branch.Value);
        Assert.Equal(new SupportBranchAnswer.Create(_production), SupportBranchAnswer.Decide(facts));
    }

    [Fact]
    public async Task ThatHasCommitsOfItsOwnItIsRefused()
    {
        _there.PushFromElsewhere("support/1.4", "other.txt", "x\n");

        SupportBranchFacts facts = await LookAsync(_production, "v1.4.2");

        Assert.Equal((1, 0), (facts.Ahead, facts.Behind));
        Assert.Equal("HF4120", Assert.IsType<SupportBranchAnswer.Refuse>(SupportBranchAnswer.Decide(facts)).Reason.Code);
    }

    [Fact]
    public async Task ThatProductionHasOvertakenItIsMovedForward()
    {
        _there.Clone.Git(["push", "--quiet", "origin", $"{_production}:refs/heads/support/1.4"]);
        CommitSha next = CommitSha.Parse(_there.Clone.CommitFile("app.txt", "one\n", "next"));
        _there.Clone.Git(["tag", "v1.4.3"]);
        _there.Clone.Git(["push", "--quiet", "origin", "main", "v1.4.3"]);

        SupportBranchFacts facts = await LookAsync(next, "v1.4.3");

        Assert.Equal("HF4124", Assert.IsType<SupportBranchAnswer.Refuse>(SupportBranchAnswer.Decide(facts)).Reason.Code);
    }

    private async Task<SupportBranchFacts> LookAsync(CommitSha production, string tag) =>
        await new SupportBranchLook(_there.Reader).ReadAsync(
            await _there.LookAsync(),
            new ProductionAnswer.Known(production, ReleaseTag.TryParse(tag)!, []),
            None
        );
}
