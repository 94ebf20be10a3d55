using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Tests.Building;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Tests.Lanes;

public sealed class SupportLineOfARelease
{
    private static readonly ReleaseTag Deployed = ReleaseTag.TryParse("v1.4.2")!;

    [Theory]
    [InlineData("v1.4.2", "1.4.3")]
    [InlineData("v1.4.2 v1.4.3 v1.4.4", "1.4.5")]
    [InlineData("v1.4.2 1.4.3", "1.4.4")]
    [InlineData("v1.4.2 v1.4.3-rc.1", "1.4.4")]
    [InlineData("v1.4.2 v1.5.0 v1.4.30", "1.4.3")]
    [InlineData("v1.4.2 v1.4.4 nightly", "1.4.3")]
    public void HasTheNextPatchThatNoTagUses(string tags, string expected) =>
        Assert.Equal(expected, SupportLine.NextFreePatch(Deployed, Tags(tags)).ToString());

    [Theory]
    [InlineData("support/1.4", "1.4")]
    [InlineData("support/0.10", "0.10")]
    [InlineData("support/1.04", null)]
    [InlineData("support/1.4.2", null)]
    [InlineData("support/1.4-x", null)]
    [InlineData("support/next", null)]
    [InlineData("main", null)]
    public void IsReadFromItsBranch(string branch, string? line)
    {
        SupportLine? found = SupportPattern.Default.LineOf(BranchName.Parse(branch));

        Assert.Equal(line, found?.ToString());
        Assert.Equal(
            line is null ? null : branch,
            found is null ? null : SupportPattern.Default.BranchOf(new SemanticVersion(found.Major, found.Minor!.Value, 7), []).Value
        );
    }

    [Theory]
    [InlineData("release/{major}.{minor}", "", "release/1.4")]
    [InlineData("servicing/{version}", "", "servicing/1.4.2")]
    [InlineData("release/{version}", "release/1.4.0 release/1.5.0 main", "release/1.4.0")]
    [InlineData("{major}.{minor}.x", "2.0.x", "1.4.x")]
    public void HasTheTeamsBranch(string pattern, string existing, string branch)
    {
        var support = SupportPattern.Parse(pattern);

        Assert.Equal(branch, support.BranchOf(Deployed.Version, existing.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(BranchName.Parse)).Value);
        Assert.Equal(new SupportLine(1, 4), support.LineOf(BranchName.Parse(branch)));
    }

    [Theory]
    [InlineData("support/{major}", "support/1")]
    [InlineData("release/{major}.x", "release/1.x")]
    public void OfAMajorVersionHoldsItsMinorOnes(string pattern, string branch)
    {
        var support = SupportPattern.Parse(pattern);

        Assert.Equal(branch, support.BranchOf(new SemanticVersion(1, 4, 2), [BranchName.Parse("main"), BranchName.Parse(branch)]).Value);
        Assert.Equal(branch, support.BranchOf(new SemanticVersion(1, 4, 2), []).Value);
        Assert.Equal("1.x", support.LineOf(BranchName.Parse(branch))?.ToString());
        Assert.Null(support.LineOf(BranchName.Parse("release/1.4")));
    }

    [Theory]
    [InlineData("support")]
    [InlineData("support/{minor}")]
    [InlineData("support/{major}.{minor}.{version}")]
    [InlineData("support /{version}")]
    [InlineData("support/{branch}")]
    public void CannotHaveAnyBranch(string pattern) => Assert.Equal("HF1084", Assert.Throws<HotfixException>(() => SupportPattern.Parse(pattern)).Refusal.Code);

    [Theory]
    [InlineData("1.4.3", null, true)]
    [InlineData("1.4.3", "v1.4.2", true)]
    [InlineData("1.4.3", "v1.5.0", false)]
    [InlineData("1.4.3", "nightly", true)]
    [InlineData("1.10.0", "v1.9.0", true)]
    public void IsLatestOnlyWhenItIsHigher(string version, string? latest, bool expected) =>
        Assert.Equal(expected, SupportLine.IsLatest(SemanticVersion.TryParse(version)!, latest));

    [Theory]
    [InlineData(null, "1.4.3", "")]
    [InlineData("1.4.4", "1.4.4", "")]
    [InlineData("1.4.2", "1.4.2", "HF4122 HF4123")]
    [InlineData("1.5.1", "1.5.1", "HF4122")]
    [InlineData("1.4.3-hotfix.1", "1.4.3-hotfix.1", "HF4122")]
    [InlineData("1.5.0", "1.5.0", "HF4122 HF4123")]
    public void TakesAConfirmedVersionThatFits(string? confirmed, string version, string codes)
    {
        (SemanticVersion decided, IReadOnlyList<Refusal> refusals) = ExceptionalVersion.Decide(
            SemanticVersion.TryParse(confirmed),
            Deployed,
            Tags("v1.4.2 v1.5.0")
        );

        Assert.Equal((version, codes), (decided.ToString(), string.Join(' ', refusals.Select(refusal => refusal.Code))));
        Assert.All(refusals, refusal => Assert.EndsWith("--version 1.4.3", refusal.Next, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("v1.4.2", null, "1.4.2-hotfix9bf97126", "")]
    [InlineData("v1.4.2-hotfixffffffff", null, "1.4.2-hotfix9bf97126", "")]
    [InlineData("v1.4.2", "1.4.3", "1.4.3", "")]
    [InlineData("v1.4.2-hotfixffffffff", "1.4.2-hotfix00000000", "1.4.2-hotfix00000000", "")]
    [InlineData("v1.4.2", "1.4.1-hotfix00000000", "1.4.1-hotfix00000000", "HF4122")]
    public void IsNamedByItsCommitWhereTheTeamWantsThat(string deployed, string? confirmed, string version, string codes)
    {
        (SemanticVersion decided, IReadOnlyList<Refusal> refusals) = ExceptionalVersion.Decide(
            SemanticVersion.TryParse(confirmed),
            ReleaseTag.TryParse(deployed)!,
            Tags("v1.4.2 v1.4.2-hotfixffffffff v1.5.0"),
            "hotfix9bf97126"
        );

        Assert.Equal((version, codes), (decided.ToString(), string.Join(' ', refusals.Select(refusal => refusal.Code))));
    }

    public static TheoryData<bool, int, int, string> Branches =>
        new()
        {
            { false, 0, 0, "Create" },
            { true, 0, 0, "Use" },
            { true, 0, 3, "HF4124" },
            { true, 2, 0, "HF4120" },
            { true, 2, 3, "HF4121" },
        };

    [Theory]
    [MemberData(nameof(Branches))]
    public void IsBroughtToWhatProductionRuns(bool exists, int ahead, int behind, string expected)
    {
        var facts = new SupportBranchFacts(BranchName.Parse("support/1.4"), Some.Sha(1), exists ? Some.Sha(ahead + behind == 0 ? 1 : 2) : null, ahead, behind);

        SupportBranchAnswer answer = SupportBranchAnswer.Decide(facts);

        Assert.Equal(expected, answer is SupportBranchAnswer.Refuse refuse ? refuse.Reason.Code : answer.GetType().Name);
    }

    private static RemoteTag[] Tags(string names) => [.. names.Split(' ').Select((name, index) => Some.Tag(name, Some.Sha(index + 1)))];
}
