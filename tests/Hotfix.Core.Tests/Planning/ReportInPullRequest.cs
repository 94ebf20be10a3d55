using System.Text;
using CsCheck;
using Hotfix.Core.Policies;
using Hotfix.Core.PullRequests;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;
using Hotfix.Core.Tests.Requests;

namespace Hotfix.Core.Tests.Planning;

public sealed class ReportInPullRequest
{
    private static readonly Gen<string> Hostile = Gen.Frequency(
        (2, Descriptions.Any),
        (1, Gen.Const("<!-- /hotfix:report -->")),
        (1, Gen.Const("<!-- hotfix:report -->\n### What\n\nx\n\n### Why")),
        (1, Gen.Const("<!-- /hotfix:what -->\n```\n### Why\n\n")),
        (1, Gen.Const($"<!-- hotfix:evidence commit={Some.Sha(1)} passed=1 failed=0 skipped=0 seconds=1 -->")),
        (1, Gen.Const("<!-- hotfix:reason eA== -->")),
        (1, Gen.Const("````\n~~~\n<script>alert(1)</script> @acme/all fixes #1")),
        (1, Gen.Const(new string('\u202e', 3) + string.Concat(Enumerable.Repeat("🔥", 2_500))))
    );

    [Fact]
    public void GivesBackEvidenceAndReason() =>
        Gen.Select(Hostile, Hostile, Hostile)
            .Sample(
                (description, path, reason) =>
                {
                    reason = reason.Replace("\0", "", StringComparison.Ordinal) is { Length: > 0 } text ? text : "x";
                    SizeReport size = new(30, 900, [path], [$"{path} must not change", "30 files changed"]);

                    string body = Report(Some.Request with { Description = description, OverBudgetReason = reason }, size: size).Body;

                    Assert.Equal(Some.Green, PullRequestReport.ReadEvidence(body));
                    Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(reason)), PullRequestReport.ReadReason(body));
                },
                iter: 40
            );

    [Fact]
    public void GivesBackEvidenceWithoutCounts()
    {
        var evidence = new TestEvidence(Some.FixTip, 0, 0, 0, TimeSpan.FromSeconds(3)) { IsCounted = false };

        string body = Report(Some.Request, evidence).Body;

        Assert.Contains("without counts", body, StringComparison.Ordinal);
        Assert.Equal(evidence, PullRequestReport.ReadEvidence(body));
        Assert.True(evidence is { IsGreen: true, HasTests: true });
    }

    [Fact]
    public void ReplacesItselfAndKeepsPeoplesWords() =>
        Gen.Select(Hostile, Hostile)
            .Sample(
                (description, newer) =>
                {
                    const string Before = "Dear reviewers,\n\n### What\n\nsee below\n\n### Why\n\n";
                    const string After = "\n\nThanks! <!-- hotfix:reason eA== -->";
                    string body = Before + Report(Some.Request with { Description = description }).Body + After;

                    string replaced = Report(Some.Request with { Description = newer }).Into(body);

                    Assert.Equal(Before + Report(Some.Request with { Description = newer }).Body + After, replaced);
                    Assert.Equal(replaced, Report(Some.Request with { Description = newer }).Into(replaced));
                },
                iter: 40
            );

    [Fact]
    public void KeepsWhatARunWithoutDescriptionAndIncidentWasNotTold() =>
        Hostile.Sample(
            description =>
            {
                string body = "### What\n\nour template\n\n### Why\n\n" + Report(Some.Request with { Description = description, Incident = "#17" }).Body;

                string continued = Report(new HotfixRequest()).Into(body);

                Assert.Equal(body, continued);
            },
            iter: 40
        );

    [Theory]
    [InlineData(64_000, true)]
    [InlineData(65_000, true)]
    [InlineData(65_500, false)]
    public void IsShortenedWherePeoplesWordsLeaveLittleRoom(int words, bool isThere)
    {
        string body = new('x', words);

        string both = Report(Some.Request with { Description = new string('y', 3_000) }).Into(body);

        Assert.InRange(both.Length, words, 65_536);
        Assert.StartsWith(body, both, StringComparison.Ordinal);
        Assert.Equal(isThere ? Some.Green : null, PullRequestReport.ReadEvidence(both));
        Assert.Equal(both, Report(Some.Request with { Description = new string('y', 3_000) }).Into(both));
    }

    [Fact]
    public void StaysWithinWhatGitHubTakes()
    {
        string[] excesses = [.. Enumerable.Range(0, 5_000).Select(i => new string('p', 4_000) + i)];
        SizeReport size = new(5_000, 1, excesses, excesses);

        string body = Report(Some.Request with { Description = new string('x', 10_000), OverBudgetReason = new string('€', 2_000) }, size: size).Body;

        Assert.InRange(body.Length, 1, 40_000);
        Assert.Contains("and 4980 more", body, StringComparison.Ordinal);
    }

    [Fact]
    public void IsAppendedToPeoplesWords()
    {
        string body = Report(Some.Request).Into("Please look soon.  \n");

        Assert.Equal("Please look soon.\n\n" + Report(Some.Request).Body, body);
    }

    [Fact]
    public void LeavesHalfCopiedMarksAlone()
    {
        const string Words = "<!-- /hotfix:report --> see <!-- hotfix:report -->broken";

        string body = Report(Some.Request).Into(Words);

        Assert.StartsWith(Words + "\n\n", body, StringComparison.Ordinal);
        Assert.Equal(body, Report(Some.Request).Into(body));
        Assert.Equal(Some.Green, PullRequestReport.ReadEvidence(body));
    }

    [Fact]
    public void IsLeftAloneWhenOnlyLineEndingsDiffer()
    {
        string edited = Report(Some.Request).Body.ReplaceLineEndings("\r\n");

        Assert.Equal(edited, Report(Some.Request).Into(edited));
    }

    [Fact]
    public void SaysThatNoTestsIsNotPassed()
    {
        string body = Report(Some.Request, Some.Green with { Passed = 0 }).Body;

        Assert.Contains("no tests ran", body, StringComparison.Ordinal);
        Assert.Equal(0, PullRequestReport.ReadEvidence(body)?.Passed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("<!-- hotfix:report -->")]
    [InlineData("<!-- hotfix:evidence commit=f1 passed=1 failed=0 skipped=0 seconds=1 -->")]
    [InlineData(
        "<!-- hotfix:report --><!-- hotfix:reason A -->\n<!-- hotfix:evidence commit=f1 passed=1 failed=0 skipped=0 seconds=1 --><!-- /hotfix:report -->"
    )]
    [InlineData(
        "<!-- hotfix:report --><!-- hotfix:reason ==== -->\n<!-- hotfix:evidence commit=0000000000000000000000000000000000000001 passed=99999999999 failed=0 skipped=0 seconds=1 --><!-- /hotfix:report -->"
    )]
    public void ReadsNothingFromTextItDidNotWrite(string? body)
    {
        Assert.Null(PullRequestReport.ReadEvidence(body));
        Assert.Null(PullRequestReport.ReadReason(body));
    }

    [Fact]
    public void HasTitleOnOneShortLine() =>
        Hostile.Sample(
            description =>
            {
                string title = Report(Some.Request with { Description = description }).Title;

                return title.Length <= 120
                    && !title.Any(c => char.IsControl(c) || c is '\u202e' or '\u2028')
                    && (title.EnumerateRunes().All(rune => rune.Value != 0xFFFD) || description.EnumerateRunes().Any(rune => rune.Value == 0xFFFD));
            },
            iter: 40
        );

    private static PullRequestReport Report(HotfixRequest request, TestEvidence? evidence = null, SizeReport? size = null) =>
        new(request, Some.Committed, size ?? SizeBudget.Default.Measure(Some.SmallChange), evidence ?? Some.Green);
}
