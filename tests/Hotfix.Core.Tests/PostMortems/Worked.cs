using Hotfix.Core.Policies;
using Hotfix.Core.PostMortems;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Telling;
using Hotfix.Core.Tests.Building;
using Hotfix.Core.Timeline;

namespace Hotfix.Core.Tests.PostMortems;

/// <summary>A hotfix of which everything is known.</summary>
internal static class Worked
{
    private static readonly DateTimeOffset Night = new(2026, 1, 5, 3, 0, 0, TimeSpan.Zero);

    public static ReleasedHotfix Hotfix { get; } = new(ReleaseTag.TryParse("v1.4.3")!, Some.MergeCommit, Some.Merged, Some.Remote);

    public static PostMortemFacts Facts { get; } =
        new(Hotfix, "null ref in checkout", Timeline())
        {
            Incident = "#12",
            ReleaseUrl = "https://github.com/acme/shop/releases/tag/v1.4.3",
            Changes =
            [
                new FileChange("src/Checkout.cs", null, 3, 1, IsBinary: false),
                new FileChange("src/Cart.cs", "src/Basket.cs", 0, 2, IsBinary: false),
                new FileChange("logo.png", null, 0, 0, IsBinary: true),
                new FileChange("tests/CheckoutTests.cs", null, 12, 0, IsBinary: false),
            ],
            Size = new SizeReport(4, 6, ["tests/CheckoutTests.cs"], []),
            Candidates =
            [
                new CauseCandidate(
                    new BlamedCommit(Some.Sha(0xca), Night.AddDays(-20), "Baskets may be empty (#9)", 3, ["src/Checkout.cs"]),
                    new PullRequestLink(9, "https://github.com/acme/shop/pull/9")
                ),
                new CauseCandidate(new BlamedCommit(Some.Sha(0xcb), Night.AddDays(-90), "Sell things", 1, ["src/Checkout.cs"]), null),
            ],
            UnknownCandidates = ["logo.png: binary, it has no lines"],
            Log =
            [
                new ThreadEntry(Night.AddMinutes(5), ThreadEntryKind.Lane, "nothing speaks against a release of the base branch"),
                new ThreadEntry(Night.AddMinutes(30), ThreadEntryKind.Override, "forbidden path")
                {
                    Who = "ada",
                    Reason = "the lock file pins the broken package",
                },
                new ThreadEntry(Night.AddMinutes(40), ThreadEntryKind.Wait, "0 of 1 approvals") { Who = "a reviewer" },
                new ThreadEntry(Night.AddMinutes(50), ThreadEntryKind.Failure, "HF4031: required check 'build' failed"),
                new ThreadEntry(Night.AddMinutes(55), ThreadEntryKind.Retry, "build"),
            ],
            OverBudgetReason = "the generated client is part of the fix",
            ForwardPort = "Not needed: it was released from `main`, which has it.",
            Gaps = ["the reviews: GitHub refused"],
        };

    public static HotfixTimeline Timeline() =>
        HotfixTimeline.Of(
            [
                At(MomentKind.Incident, 0, "issue #12, opened then"),
                At(MomentKind.FirstCommit, 1_805, "commit f1000000"),
                At(MomentKind.PullRequest, 2_000, "pull request #17"),
                At(MomentKind.Approval, 3_000, "approval by bob"),
                At(MomentKind.Merge, 3_100, "pull request #17"),
                At(MomentKind.Release, 3_400, "release v1.4.3"),
                At(MomentKind.Production, 4_000, "deployment to production"),
                At(MomentKind.Verification, 4_030, "answer of production"),
            ],
            [new Period(Night.AddSeconds(2_000), Night.AddSeconds(2_400))],
            now: null
        );

    private static Moment At(MomentKind kind, int seconds, string source) => new(kind, Night.AddSeconds(seconds), source);
}
