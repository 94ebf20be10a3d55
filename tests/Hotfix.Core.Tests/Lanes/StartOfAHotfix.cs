using Hotfix.Core.Errors;
using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Lanes;

public sealed class StartOfAHotfix
{
    private static readonly CommitSha Production = Some.Sha(0x142);
    private static readonly BranchName Support = BranchName.Parse("support/1.4");
    private static readonly ProductionAnswer.Known Known = new(Production, ReleaseTag.TryParse("v1.4.2")!, ["deployment 17 to production says 00000142"]);

    private static readonly LaneFacts Red = new()
    {
        BaseBranch = Some.Main,
        BaseTip = Some.BaseTip,
        Production = Production,
        ProductionTag = Known.Tag,
        ContainsProduction = true,
        CommitsAhead = 3,
        Checks = [Some.Check("build", CheckState.Failed)],
    };

    [Fact]
    public void OnAReleasableBaseTakesTheStandardLane()
    {
        LaneSituation situation = Decide(LaneChoice.Auto, Known, Red with { Checks = [Some.Check("build", CheckState.Passed)] });

        Assert.Equal((Some.Main, false), (situation.BaseBranch, situation.MakesSupportBranch));
        Assert.Empty(situation.Refusals);
        Assert.Equal(
            ["standard lane: nothing speaks against a release of the base branch", "3 commits on main wait for a release since v1.4.2", .. Known.Evidence],
            situation.Lines
        );
    }

    [Fact]
    public void OnAnUnreleasableBaseIsRefusedWithTheOtherCommand()
    {
        Refusal refusal = Assert.Single(Decide(LaneChoice.Auto, Known, Red).Refusals);

        Assert.Equal("HF4110", refusal.Code);
        Assert.EndsWith("./build.sh Hotfix --lane exceptional", refusal.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAnyWordAboutProductionIsAdvisedByTheNewestRelease()
    {
        LaneSituation situation = Decide(LaneChoice.Auto, Unknown("HF4102", assumed: Known), Red with { Checks = [] });

        Assert.Empty(situation.Refusals);
        Assert.Contains(situation.Lines, line => line.StartsWith("that production runs v1.4.2 is an assumption", StringComparison.Ordinal));
    }

    [Fact]
    public void WhereSourcesDisagreeTheStandardLaneStaysOpenAndSaysSo()
    {
        LaneSituation situation = Decide(LaneChoice.Auto, Unknown("HF4100"), facts: null);

        Assert.Empty(situation.Refusals);
        Assert.Equal(
            ["standard lane: what production runs is not known, so nothing could be compared with it", "What production runs is not known"],
            situation.Lines
        );
    }

    [Fact]
    public void InTheExceptionalLaneMakesTheSupportBranchAtProduction()
    {
        LaneSituation situation = Decide(LaneChoice.Exceptional, Known, Red, support: new SupportBranchFacts(Support, Production, Tip: null, 0, 0));

        Assert.Equal((Support, Production, true), (situation.BaseBranch, situation.BaseTip, situation.MakesSupportBranch));
        Assert.StartsWith("exceptional lane by --lane: check 'build' ended with timed out", situation.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void InTheExceptionalLaneUsesTheSupportBranchThatStandsThere()
    {
        LaneSituation situation = Decide(LaneChoice.Exceptional, Known, Red, support: new SupportBranchFacts(Support, Production, Production, 0, 0));

        Assert.Equal((Production, false), (situation.BaseTip, situation.MakesSupportBranch));
    }

    public static TheoryData<string, int, int> OtherPlaces =>
        new()
        {
            { "HF4120", 2, 0 },
            { "HF4121", 1, 1 },
            { "HF4124", 0, 3 },
        };

    [Theory]
    [MemberData(nameof(OtherPlaces))]
    public void InTheExceptionalLaneIsRefusedWhereTheSupportBranchStandsElsewhere(string code, int ahead, int behind) =>
        Assert.Equal(
            code,
            Assert
                .Single(Decide(LaneChoice.Exceptional, Known, Red, support: new SupportBranchFacts(Support, Production, Some.Sha(9), ahead, behind)).Refusals)
                .Code
        );

    [Fact]
    public void InTheExceptionalLaneIsRefusedWhileProductionIsNotKnown() =>
        Assert.Equal("HF4102", Assert.Single(Decide(LaneChoice.Exceptional, Unknown("HF4102", assumed: Known), Red).Refusals).Code);

    [Fact]
    public void OnAnotherLineThanProductionsIsRefused()
    {
        LaneSituation situation = Decide(
            LaneChoice.Exceptional,
            Known,
            Red,
            support: new SupportBranchFacts(Support, Production, null, 0, 0),
            named: "support/1.3"
        );

        Assert.Equal("HF4113", Assert.Single(situation.Refusals).Code);
    }

    // Before anything is made: after the merge would be late to hear that the number has to be asked for.
    [Fact]
    public void InTheExceptionalLaneAsksForTheVersionWhereAnotherToolNumbersReleases()
    {
        LaneSituation situation = new LaneStart(LaneChoice.Exceptional, Some.Main, Known)
        {
            Facts = Red,
            Support = new SupportBranchFacts(Support, Production, null, 0, 0),
            Numbering = "release-please",
            Tags = [Some.Tag("v1.4.2", Production)],
            Command = "./build.sh Hotfix --description \"null ref\"",
        }.Decide(LanePolicy.Default);

        Refusal refusal = Assert.Single(situation.Refusals);
        Assert.Equal("HF4125", refusal.Code);
        Assert.Contains("may take 1.4.3 for the next of its own", refusal.Why, StringComparison.Ordinal);
        Assert.EndsWith("./build.sh Hotfix --description \"null ref\" --lane exceptional --version 1.4.3", refusal.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void FromACommitThatIsOlderThanTheBuildSaysThatTheBranchGoesBesideIt()
    {
        LaneSituation situation = new LaneStart(LaneChoice.Exceptional, Some.Main, Known)
        {
            Facts = Red,
            Support = new SupportBranchFacts(Support, Production, null, 0, 0),
            LacksBuild = "build",
        }.Decide(LanePolicy.Default);

        Assert.Equal("build", situation.LacksBuild);
        Assert.StartsWith("support/1.4 does not have build/, the build that runs here", situation.Lines.Last(), StringComparison.Ordinal);
    }

    private static ProductionAnswer.Unknown Unknown(string code, ProductionAnswer.Known? assumed = null) =>
        new([Refusal.Unchanged(code, "What production runs is not known", "Because.", "Say it.")]) { Assumed = assumed };

    private static LaneSituation Decide(
        LaneChoice choice,
        ProductionAnswer production,
        LaneFacts? facts,
        SupportBranchFacts? support = null,
        string? named = null
    ) =>
        new LaneStart(choice, Some.Main, production)
        {
            Facts = facts,
            Support = support,
            NamedSupport = named is null ? null : BranchName.Parse(named),
        }.Decide(LanePolicy.Default);
}
