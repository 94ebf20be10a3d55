using Hotfix.Core.Branching;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Conventions;

public sealed class BranchOfProduction
{
    [Theory]
    [InlineData("develop", "develop=2 main=1", "main")]
    [InlineData("dev", "dev=2 production=1", "production")]
    [InlineData("develop", "develop=1 main=1", null)]
    [InlineData("develop", "develop=2 main=3", null)]
    [InlineData("trunk", "trunk=2 main=1", null)]
    [InlineData("main", "main=1 develop=2", null)]
    public void IsGuessedOnlyWhereTheNewestReleaseIsItsTip(string main, string branches, string? production) =>
        Assert.Equal(production, BranchingModel.OtherThanDefault(Remote(main, branches))?.Value);

    [Theory]
    [InlineData("develop", "develop=2 main=1", null, "HF4311")]
    [InlineData("develop", "develop=2 main=1", "main", "")]
    [InlineData("main", "main=1 hotfix=1", null, "HF4310")]
    [InlineData("main", "main=1 hotfixes=1", null, "")]
    public void IsAskedForBeforeABranchIsMade(string main, string branches, string? @base, string codes)
    {
        RemoteRefs remote = Remote(main, branches);
        BranchName baseBranch = BranchName.Parse(@base ?? main);
        Snapshot snapshot = Some.Snapshot with
        {
            Remote = remote,
            BaseBranch = baseBranch,
            BaseTip = remote.Tip(baseBranch)!.Value,
            Hotfix = new HotfixBranch { Name = Some.HotfixName },
        };
        var request = new HotfixRequest { Branch = Some.HotfixName, BaseBranch = @base is null ? null : baseBranch };

        PlanResult result = HotfixPlanner.Plan(Stage.Branch, request, snapshot);

        IEnumerable<Refusal> refusals = result is PlanResult.Refused refused ? refused.Refusals : [];
        Assert.Equal(codes, string.Join(' ', refusals.Select(refusal => refusal.Code)));
    }

    private static RemoteRefs Remote(string main, string branches) =>
        Some.Remote with
        {
            DefaultBranch = BranchName.Parse(main),
            Branches = branches.Split(' ').Select(text => text.Split('=')).ToDictionary(pair => BranchName.Parse(pair[0]), pair => Some.Sha(pair[1][0])),
            Tags = [Some.Tag("v1.4.2", Some.Sha('1'))],
        };
}
