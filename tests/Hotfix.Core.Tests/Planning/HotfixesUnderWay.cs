using Hotfix.Core.Lanes;
using Hotfix.Core.Planning;
using Hotfix.Core.Refs;
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

        IReadOnlyList<OpenHotfix> open = OpenHotfixes.Of(all, Now);

        Assert.Equal([("b", LaneChoice.Standard), ("a", LaneChoice.Exceptional)], open.Select(hotfix => (hotfix.Description, hotfix.Lane)));
    }

    [Fact]
    public void CountOnceByTheirNewestPullRequest()
    {
        PullRequest[] all = [Pull(1, "hotfix/a", PullRequestState.Merged, mergedHoursAgo: 1), Pull(2, "hotfix/a", PullRequestState.Closed), Pull(2, "hotfix/a", PullRequestState.Closed)];

        Assert.Empty(OpenHotfixes.Of(all, Now));
    }

    private static PullRequest Pull(int number, string head, PullRequestState state, int? mergedHoursAgo = null, string @base = "main") => new()
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
