using Hotfix.Core.Conventions;
using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Tests.Lanes;

public sealed class AdviceOnLane
{
    private static readonly LaneFacts Releasable = new()
    {
        BaseBranch = Some.Main,
        BaseTip = Some.BaseTip,
        Production = Some.Sha(0x142),
        ProductionTag = ReleaseTag.TryParse("v1.4.2")!,
        ContainsProduction = true,
        CommitsAhead = 2,
        PullRequests = ["#17 basket", "#18 receipt"],
        Changes = [File("src/Basket.cs")],
        Checks = [Some.Check("build", CheckState.Passed)],
        RequiredChecks = [new RequiredCheck("build")],
        NextVersion = SemanticVersion.TryParse("1.5.0"),
    };

    [Fact]
    public void IsStandardWithWhatWouldShipAlong()
    {
        LaneAdvice advice = LaneAdviser.Advise(Releasable, LanePolicy.Default);

        Assert.Equal(Lane.Standard, advice.Lane);
        Assert.Equal(
            ["2 commits on main wait for a release since v1.4.2: #17 basket, #18 receipt", "a release of main would be 1.5.0, after v1.4.2"],
            advice.Reasons.Select(reason => reason.Text)
        );
    }

    [Theory]
    [InlineData(0, "nothing in services/api has changed on main since v1.4.2, which production runs")]
    [InlineData(2, "2 commits in services/api on main wait for a release since v1.4.2: #17 basket, #18 receipt")]
    public void CountsWhatTheProductsFolderGot(int commits, string reason)
    {
        LaneFacts facts = Releasable with { Product = new ProductFolders(["services/api"]), CommitsAhead = commits };

        LaneAdvice advice = LaneAdviser.Advise(facts, LanePolicy.Default);

        Assert.Equal(Lane.Standard, advice.Lane);
        Assert.Contains(reason, advice.Reasons.Select(one => one.Text));
    }

    public static TheoryData<string, string> Blocks =>
        new()
        {
            { "red", "required check 'build' ended with timed out" },
            { "migration", "no easy way back from db/migrations/2.sql" },
            { "far", "50 commits on main wait" },
            { "freeze", "releases are frozen: #3 Black Friday" },
            { "debt", "an earlier fix is not on main yet: #9 Carry over" },
            { "diverged", "does not contain v1.4.2" },
            { "major", "would be 2.0.0, a major version" },
        };

    [Theory]
    [MemberData(nameof(Blocks))]
    public void IsExceptionalForAnyOneReason(string what, string reason)
    {
        LaneAdvice advice = LaneAdviser.Advise(With(Releasable, what), LanePolicy.Default);

        Assert.Equal(Lane.Exceptional, advice.Lane);
        Assert.Contains(reason, Assert.Single(advice.Blocking), StringComparison.Ordinal);
        Assert.True(advice.Reasons[0].IsBlocking);
    }

    [Fact]
    public void NamesAllReasonsAtOnce()
    {
        LaneFacts facts = Blocks.Select(row => (string)row[0]).Aggregate(Releasable, With);

        LaneAdvice advice = LaneAdviser.Advise(facts, LanePolicy.Default);

        Assert.Equal(7, advice.Blocking.Count());
    }

    [Fact]
    public void OnlyNamesWhatDeservesALook()
    {
        LaneFacts facts = Releasable with
        {
            Changes = [File(".github/workflows/ci.yml"), File("src/packages.lock.json"), new FileChange("src/New.cs", "infra/Old.tf", 1, 1, IsBinary: false)],
            Checks = [Some.Check("build", CheckState.Pending), Some.Check("nightly", CheckState.Failed)],
        };

        LaneAdvice advice = LaneAdviser.Advise(facts, LanePolicy.Default);

        Assert.Equal(Lane.Standard, advice.Lane);
        Assert.Contains(advice.Reasons, reason =>
            reason.Text.StartsWith("look at .github/workflows/ci.yml, src/packages.lock.json, infra/Old.tf", StringComparison.Ordinal)
        );
        Assert.Contains(advice.Reasons, reason =>
            reason.Text.StartsWith("check 'nightly', which is not required, ended with timed out", StringComparison.Ordinal)
        );
        Assert.Contains(advice.Reasons, reason => reason.Text.StartsWith("check 'build' is in progress", StringComparison.Ordinal));
    }

    [Fact]
    public void BlocksOnAnyRedCheckWhereNoneIsRequired()
    {
        LaneAdvice advice = LaneAdviser.Advise(
            Releasable with
            {
                RequiredChecks = [],
                Checks = [Some.Check("nightly", CheckState.Failed)],
            },
            LanePolicy.Default
        );

        Assert.Equal(Lane.Exceptional, advice.Lane);
    }

    [Theory]
    [InlineData(LaneChoice.Auto, false, Lane.Standard)]
    [InlineData(LaneChoice.Standard, false, Lane.Standard)]
    [InlineData(LaneChoice.Exceptional, false, Lane.Exceptional)]
    [InlineData(LaneChoice.Standard, true, Lane.Standard)]
    [InlineData(LaneChoice.Exceptional, true, Lane.Exceptional)]
    internal void IsOverruledByAPersonInSoManyWords(LaneChoice choice, bool isRed, Lane lane)
    {
        LaneAdvice advice = LaneAdviser.Advise(isRed ? With(Releasable, "red") : Releasable, LanePolicy.Default);

        LaneDecision decision = LaneDecision.Decide(choice, advice, "./build.sh Hotfix --description 'null ref'");

        Assert.Equal((lane, null), (decision.Lane, decision.Refusal));
        Assert.Equal(isRed, decision.Note.Contains("required check 'build'", StringComparison.Ordinal));
    }

    [Fact]
    public void NeverSlidesIntoTheExceptionalLane()
    {
        LaneAdvice advice = LaneAdviser.Advise(With(With(Releasable, "red"), "freeze"), LanePolicy.Default);

        LaneDecision decision = LaneDecision.Decide(LaneChoice.Auto, advice, "./build.sh Hotfix --description 'null ref'");

        Assert.Null(decision.Lane);
        Assert.Equal("HF4110", decision.Refusal!.Code);
        Assert.Contains("required check 'build'", decision.Refusal.Why, StringComparison.Ordinal);
        Assert.Contains("releases are frozen", decision.Refusal.Why, StringComparison.Ordinal);
        Assert.EndsWith("./build.sh Hotfix --description 'null ref' --lane exceptional", decision.Refusal.Next, StringComparison.Ordinal);
    }

    private static LaneFacts With(LaneFacts facts, string what) =>
        what switch
        {
            "red" => facts with { Checks = [Some.Check("build", CheckState.Failed)] },
            "migration" => facts with { Changes = [.. facts.Changes, File("db/migrations/2.sql")] },
            "far" => facts with { CommitsAhead = 50 },
            "freeze" => facts with { Freezes = ["#3 Black Friday"] },
            "debt" => facts with { Debts = [new Issue(9, "Carry over", "", IsOpen: true, "", "ada", Some.Day(0))] },
            "diverged" => facts with { ContainsProduction = false },
            _ => facts with { NextVersion = SemanticVersion.TryParse("2.0.0") },
        };

    private static FileChange File(string path) => new(path, null, 3, 1, IsBinary: false);
}
