using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Lanes;

public sealed class ForwardPortDebt
{
    private static readonly CommitPatch One = new(Some.Sha(1), "fix: one", "p1", "r1");
    private static readonly CommitPatch Two = new(Some.Sha(2), "fix: two", "p2", "r2");

    // On the base: m brings, x takes back.
    [Theory]
    [InlineData("", "open 1 2")]
    [InlineData("m1 m2", "proven")]
    [InlineData("m2 m1", "proven")]
    [InlineData("m1", "open 2")]
    [InlineData("m1 m2 x1", "open 1")]
    [InlineData("m1 m2 x1 m1", "proven")]
    [InlineData("mw", "proven")]
    [InlineData("mw xw", "open 1 2")]
    [InlineData("mw xw mw", "proven")]
    [InlineData("m1 m2 xw", "open 1 2")]
    [InlineData("m1 m2 xw m1", "open 2")]
    [InlineData("m1 m2 xw m1 m2", "proven")]
    [InlineData("other", "open 1 2")]
    public void IsPaidByWhatTheBaseCommitsChange(string history, string expected)
    {
        ForwardPortState state = ForwardPortAssessment.Assess(Facts(history));

        Assert.Equal(expected, Name(state));
    }

    [Fact]
    public void IsPaidWhenTheContentIsThereHoweverItGotIn()
    {
        ForwardPortState state = ForwardPortAssessment.Assess(Facts("other") with { IsContained = true });

        Assert.Contains("changes nothing", Assert.Single(Assert.IsType<ForwardPortState.Proven>(state).Evidence), StringComparison.Ordinal);
    }

    [Fact]
    public void IsCancelledByARecordedDecisionOnlyWhileItIsOpen()
    {
        const string Decision = "grace, 3 January: main has no checkout any more";

        Assert.Equal(new ForwardPortState.NotNeeded(Decision), ForwardPortAssessment.Assess(Facts("m1") with { Decision = Decision }));
        Assert.IsType<ForwardPortState.Proven>(ForwardPortAssessment.Assess(Facts("m1 m2") with { Decision = Decision }));
    }

    [Fact]
    public void SaysOfEachCommitWhatBecameOfIt()
    {
        ForwardPortState state = ForwardPortAssessment.Assess(Facts("m1 x1"));

        Assert.Equal(
            [$"{One.Sha.Short} fix: one: taken back by {Some.Sha(0x101).Short} x1", $"{Two.Sha.Short} fix: two: not there"],
            Assert.IsType<ForwardPortState.Open>(state).Evidence
        );
    }

    [Fact]
    public void IsNotPaidByAnEmptyCommitOfTheFix()
    {
        CommitPatch empty = new(Some.Sha(3), "chore: nothing", "", "");
        ForwardPortFacts facts = Facts("m1 m2") with { Fix = [One, empty, Two], BaseCommits = [.. Facts("m1").BaseCommits, empty] };

        Assert.Equal("open 2", Name(ForwardPortAssessment.Assess(facts)));
    }

    private static string Name(ForwardPortState state) =>
        state is ForwardPortState.Open open
            ? "open " + string.Join(' ', open.Missing.Select(sha => sha == One.Sha ? 1 : 2))
            : state.GetType().Name.ToLowerInvariant();

    private static ForwardPortFacts Facts(string history) =>
        new()
        {
            BaseBranch = Some.Main,
            Fix = [One, Two],
            WholePatchId = "pw",
            BaseCommits = [.. history.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, index) => Commit(word, Some.Sha(0x100 + index)))],
        };

    private static CommitPatch Commit(string word, CommitSha sha) =>
        word switch
        {
            ['m', var which] => new(sha, word, $"p{which}", $"r{which}"),
            ['x', var which] => new(sha, word, $"r{which}", $"p{which}"),
            _ => new(sha, word, "foreign", "foreign-back"),
        };
}
