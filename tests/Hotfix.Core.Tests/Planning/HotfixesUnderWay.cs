using Hotfix.Core.Conventions;
using Hotfix.Core.PullRequests;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Tests.Planning;

public sealed class HotfixesUnderWay
{
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void AreTheOpenOnesAndThoseMergedAShortWhileAgo()
    {
        PullRequest[] all =
        [
            Pull(5, "hotfix/b", PullRequestState.Merged, mergedHoursAgo: 47),
            Pull(4, "hotfix/a", PullRequestState.Open, @base: "support/1.4"),
            Pull(3, "hotfix/old", PullRequestState.Merged, mergedHoursAgo: 49),
            Pull(2, "hotfix/given-up", PullRequestState.Closed),
            Pull(1, "feature/x", PullRequestState.Open),
        ];

        IReadOnlyList<OpenHotfix> open = OpenHotfixes.Of(all, Now, HotfixConventions.Default);

        Assert.Equal([("b", LaneChoice.Standard), ("a", LaneChoice.Exceptional)], open.Select(hotfix => (hotfix.Description, hotfix.Lane)));
    }

    [Fact]
    public void CountOnceByTheirNewestPullRequest()
    {
        PullRequest[] all =
        [
            Pull(1, "hotfix/a", PullRequestState.Merged, mergedHoursAgo: 1),
            Pull(2, "hotfix/a", PullRequestState.Closed),
            Pull(2, "hotfix/a", PullRequestState.Closed),
        ];

        Assert.Empty(OpenHotfixes.Of(all, Now, HotfixConventions.Default));
    }

    [Fact]
    public void HaveToBeTestedWhereTheirHeadHasNoEvidence()
    {
        PullRequest untested = Pull(1, "hotfix/a", PullRequestState.Open);
        PullRequest tested = Pull(2, "hotfix/b", PullRequestState.Open);
        tested = tested with
        {
            Body = $"<!-- hotfix:report -->\n<!-- hotfix:evidence commit={tested.HeadSha} passed=1 failed=0 skipped=0 seconds=1 -->\n<!-- /hotfix:report -->",
        };

        IReadOnlyList<OpenHotfix> open = OpenHotfixes.Of([untested, tested], Now, HotfixConventions.Default);

        Assert.Equal([("b", null), ("a", (CommitSha?)untested.HeadSha)], open.Select(hotfix => (hotfix.Description, hotfix.Untested)));
    }

    [Fact]
    public void AreOneAloneWhereOneIsMeantAlsoBeforeItsPullRequest()
    {
        CommitSha tip = CommitSha.Parse(new string('a', 40));
        var remote = new RemoteRefs(
            "origin",
            "https://github.com/acme/shop",
            BranchName.Parse("main"),
            new Dictionary<BranchName, CommitSha>
            {
                [BranchName.Parse("main")] = tip,
                [BranchName.Parse("hotfix/a")] = tip,
                [BranchName.Parse("hotfix/a-2")] = tip,
                [BranchName.Parse("hotfix/a-thing")] = tip,
            },
            []
        );

        IReadOnlyList<OpenHotfix> only = OpenHotfixes.Only(
            OpenHotfixes.Of([Pull(1, "hotfix/a", PullRequestState.Open)], Now, HotfixConventions.Default),
            BranchName.Parse("hotfix/a"),
            LaneChoice.Exceptional,
            remote
        );

        Assert.Equal([("a-2", LaneChoice.Exceptional, (CommitSha?)tip)], only.Select(hotfix => (hotfix.Description, hotfix.Lane, hotfix.Untested)));
    }

    private static PullRequest Pull(int number, string head, PullRequestState state, int? mergedHoursAgo = null, string @base = "main") =>
        new()
        {
            Number = number,
            Url = $"https://github.com/acme/shop/pull/{number}",
            Title = head,
            Body = "",
            Author = "olga",
            State = state,
            IsDraft = false,
            HeadBranch = BranchName.Parse(head),
            HeadSha = CommitSha.Parse(new string('a', 40)),
            BaseBranch = BranchName.Parse(@base),
            CreatedAt = Now.AddDays(-9),
            MergedAt = mergedHoursAgo is { } hours ? Now.AddHours(-hours) : null,
        };
}
