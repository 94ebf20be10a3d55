using System.Text;
using Hotfix.Core.Deploying;
using Hotfix.Core.Lanes;
using Hotfix.Core.PostMortems;
using Hotfix.Core.PullRequests;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Telling;

namespace Hotfix.Core.Tests.Upgrading;

/// <summary>
/// Texts at GitHub as commit 3c4cde9 composed them, letter by letter: a hotfix that was under way when its team took a newer version goes on with them.
/// They are never brought up to date with what is written today.
/// </summary>
public sealed class WrittenByAnEarlierVersion
{
    private const string Sha = "3f2a9c1d4e5b6a7980112233445566778899aabb";

    private const string Report = $"""
        What the team wrote.

        <!-- hotfix:report -->
        ### What

        <!-- hotfix:what -->
        null ref in checkout
        <!-- /hotfix:what -->

        ### Why

        <!-- hotfix:why -->
        Incident: https://status.example.com/17
        <!-- /hotfix:why -->

        ### Lane

        <!-- hotfix:lane -->
        Standard: into `main`, and out with its next release.
        <!-- /hotfix:lane -->

        ### Size

        2 files, 250 lines outside tests and lock files (allowed: 20 files, 200 lines). Tests changed: `tests/checkout.txt`.

        **Over budget:** 250 lines of 200.

        Reason given:

        generated code
        <!-- hotfix:reason Z2VuZXJhdGVkIGNvZGU= -->

        ### Tests

        17 passed, 0 failed, 1 skipped (12 s), run by the hotfix tool before this was pushed.
        <!-- hotfix:evidence commit={Sha} passed=17 failed=0 skipped=1 seconds=12 -->

        ### Next

        1. Review and approve this pull request; its checks run now.
        2. `./build.sh Hotfix` on branch `hotfix/null-ref-in-checkout` waits for both, merges this very head, and releases it.

        Stop here, and nothing but this branch and this pull request has changed.

        <!-- /hotfix:report -->
        """;

    private const string Debt = $"""
        <!-- hotfix:forward-port/v1.4.3 -->
        Production has this fix and main has not: the next release from main would take it out again. Until it has arrived, other releases are refused.

        | | |
        |---|---|
        | release | v1.4.3 ({Sha}) |
        | support branch | `support/1.4` |
        | pull request | #17 |
        | owner | `ada` |
        | due | 2026-11-30 |

        `./build.sh ForwardPort` opens the pull request for it, and closes this issue once main provably has the fix.
        If main no longer has that code: `./build.sh ForwardPort --not-needed "reason"`.

        <!-- hotfix:debt
        tag: v1.4.3
        released: {Sha}
        support-branch: support/1.4
        hotfix-branch: hotfix/null-ref-in-checkout
        pull-request: 17
        owner: ada
        due: 2026-11-30
        -->
        """;

    private const string Lock = """
        <!-- hotfix:release-lock -->
        <!-- hotfix:rollback/v1.4.3/v1.4.2/4711 -->
        `production` goes back from v1.4.3 to v1.4.2, and nothing is released until this issue is closed.

        Reason: none was given

        When the reason is gone: `./build.sh Rollback --unlock`, or close this issue.
        """;

    private const string PostMortem = "<!-- hotfix:post-mortem/v1.4.3 -->\nDue: 2026-12-02\nOwner: `ada`\n\n# Post-mortem: v1.4.3\n";

    private const string TagMessage =
        "Release v1.4.3\n\nHotfix: null ref in checkout\n\nHotfix-Lane: exceptional\nHotfix-Pull-Request: https://github.com/acme/shop/pull/17\n";

    [Fact]
    public void EvidenceStandsForItsCommit()
    {
        TestEvidence evidence = PullRequestReport.ReadEvidence(Report)!;

        Assert.Equal((Sha, 17, 0, 1, TimeSpan.FromSeconds(12)), (evidence.Commit.Value, evidence.Passed, evidence.Failed, evidence.Skipped, evidence.Duration));
    }

    [Fact]
    public void ReasonAndIncidentAreKept()
    {
        Assert.Equal("generated code", PullRequestReport.ReadReason(Report));
        Assert.Equal("https://status.example.com/17", PullRequestReport.ReadIncident(Report));
    }

    [Fact]
    public void DebtIsOwedWithEverythingThatWasWrittenDown()
    {
        Debt debt = DebtIssue.Read(Issue(Debt))!;

        Assert.Equal("v1.4.3", debt.Tag.Name);
        Assert.Equal(Sha, debt.Released!.Value.Value);
        Assert.Equal(
            ("support/1.4", "hotfix/null-ref-in-checkout", 17, "ada", new DateOnly(2026, 11, 30)),
            (debt.SupportBranch!.Value, debt.HotfixBranch!.Value, debt.PullRequest, debt.Owner, debt.Due)
        );
        Assert.True(debt.Marker.IsAtFrontOf(Debt));
    }

    [Fact]
    public void LockLeadsOnWithTheSameRollback()
    {
        RollbackRecord record = RollbackRecord.Read(Issue(Lock))!;

        Assert.Equal(("v1.4.3", "v1.4.2", 4711L, "rollback-4711"), (record.From!.Name, record.To.Name, record.After, record.Purpose));
        Assert.True(RollbackRecord.LockMarker.IsAtFrontOf(Lock));
    }

    [Fact]
    public void PostMortemIsFoundWithOwnerAndDay()
    {
        PostMortemRecord record = PostMortemRecord.Read(Issue(PostMortem))!;

        Assert.Equal(("v1.4.3", new DateOnly(2026, 12, 2), "ada"), (record.Tag, record.Due, record.Owner));
        Assert.True(PostMortemRecord.MarkerOf(ReleaseTag.TryParse("v1.4.3")!).IsAtFrontOf(PostMortem));
    }

    [Fact]
    public void ThreadKeepsItsLogAndWhatWasAnnounced()
    {
        string log = Convert.ToBase64String(
            Encoding.UTF8.GetBytes(
                """[[1764201600,"Wait","check \u0027build\u0027 has not reported","CI",null],[1764201700,"Override","larger than the budget","ada","generated code"]]"""
            )
        );
        string thread =
            $"<!-- hotfix:thread/hotfix-null-ref-in-checkout -->\ntext\n<!-- hotfix:log {log} -->\n<!-- hotfix:announced started/0123456789ab pull-request/ba9876543210 -->";

        Assert.Equal(
            [(ThreadEntryKind.Wait, "CI"), (ThreadEntryKind.Override, "ada")],
            ThreadLog.Read(thread).Entries.Select(entry => (entry.Kind, entry.Who!))
        );
        Assert.Equal(["started/0123456789ab", "pull-request/ba9876543210"], AnnouncementRecord.Read(thread).Keys);
    }

    [Fact]
    public void TagTellsItsLane() => Assert.Equal(Lane.Exceptional, TagLane.Read(TagMessage));

    [Fact]
    public void RunOfTheReleaseWorkflowIsFoundByTheSameWord() => Assert.Equal("hotfix-3f2a9c1d4e5b", StrategyPlanner.CorrelationId(CommitSha.Parse(Sha)));

    private static Issue Issue(string body) =>
        new(
            5,
            "of ours",
            body.ReplaceLineEndings("\n"),
            IsOpen: true,
            "https://github.com/acme/shop/issues/5",
            "ada",
            new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero)
        )
        {
            IsOurs = true,
        };
}
