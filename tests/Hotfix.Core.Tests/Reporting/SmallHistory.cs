using System.Globalization;
using Hotfix.Core.Lanes;
using Hotfix.Core.PostMortems;
using Hotfix.Core.Refs;
using Hotfix.Core.Reporting;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Telling;
using Hotfix.Core.Timeline;

namespace Hotfix.Core.Tests.Reporting;

/// <summary>Two months of a shop: four releases as planned, three hotfixes, one rollback. Every figure of it can be counted by hand.</summary>
/// <remarks>
/// History: a - b - c (merge of #1) - d - e (merge of #2) - f on main; 5 from d, and 7 (merge of #3) from 5 on support/1.3.
/// Production: v1.0.0 1 January 09:00 · v1.1.0 5 January 09:00 · v1.1.1 5 January 14:00 · v1.2.0 10 January 09:00 · v1.3.0 1 February 09:00 · v1.2.0 again 1
/// February 10:00 ·
/// v1.3.1 3 February 12:30 (staged 12:00) · v1.4.0 20 February 09:00, with #2 in it.
/// </remarks>
internal static class SmallHistory
{
    public static readonly DateTimeOffset Now = At("2026-03-01 00:00");

    private static readonly DatedTag[] Tags =
    [
        Tag("v1.0.0", 'a', "2026-01-01 08:50"),
        Tag("v1.1.0", 'b', "2026-01-05 08:50"),
        Tag("v1.1.1", 'c', "2026-01-05 13:40"),
        Tag("v1.2.0", 'd', "2026-01-10 08:50"),
        Tag("v1.3.0", '5', "2026-02-01 08:50"),
        Tag("v1.3.1", '7', "2026-02-03 11:30", "exceptional"),
        Tag("v1.4.0", 'f', "2026-02-20 08:30"),
    ];

    public static HistoryFacts Facts { get; } =
        new([First, Second, Third], new TagHistory(Tags, Ancestry))
        {
            Production =
            [
                Deployed('a', "2026-01-01 09:00"),
                Deployed('b', "2026-01-05 09:00"),
                Deployed('c', "2026-01-05 14:00"),
                Deployed('d', "2026-01-10 09:00"),
                Deployed('5', "2026-02-01 09:00"),
                Deployed('d', "2026-02-01 10:00"),
                Deployed('7', "2026-02-03 12:30"),
                Deployed('f', "2026-02-20 09:00"),
            ],
            Staging = [Deployed('7', "2026-02-03 12:00") with { Environment = "hotfix-staging" }],
            Pages = [new PublishedPage("v1.1.1", At("2026-01-05 13:45"), "https://github.com/acme/shop/releases/tag/v1.1.1")],
            Debts =
            [
                new Issue(
                    40,
                    "Carry it over",
                    new Debt(ReleaseTag.TryParse("v1.3.1")!).Marker.On(""),
                    IsOpen: false,
                    "https://github.com/acme/shop/issues/40",
                    "ada",
                    At("2026-02-03 11:31")
                )
                {
                    IsOurs = true,
                    ClosedAt = At("2026-02-05 09:00"),
                },
            ],
            PostMortems =
            [
                new Issue(
                    41,
                    "Post-mortem: v1.1.1",
                    PostMortemRecord.MarkerOf(ReleaseTag.TryParse("v1.1.1")!).On("Due: 2026-01-12\n"),
                    IsOpen: false,
                    "https://github.com/acme/shop/issues/41",
                    "ada",
                    At("2026-01-05 15:00")
                )
                {
                    IsOurs = true,
                },
            ],
        };

    /// <summary>Begun 10:00, opened 10:30, a check until 10:50, approved 12:30, merged 13:30, released 13:45, in production 14:00.</summary>
    private static MergedHotfix First =>
        new(1, BranchName.Parse("hotfix/null-ref"), BranchName.Parse("main"))
        {
            MergeCommit = Sha('c'),
            Url = "https://github.com/acme/shop/pull/1",
            Title = "Hotfix: null ref",
            Author = "ada",
            FirstCommitAt = At("2026-01-05 10:00"),
            OpenedAt = At("2026-01-05 10:30"),
            MergedAt = At("2026-01-05 13:30"),
            Size = new HotfixSize(2, 12, 3, 1),
            Reviews = [new Review("grace", ReviewDecision.Approved, null, At("2026-01-05 12:30"), CanWrite: true)],
            Checks = [new Period(At("2026-01-05 10:30"), At("2026-01-05 10:50"))],
            Thread = ThreadLog.Empty.With(new ThreadEntry(At("2026-01-05 10:30"), ThreadEntryKind.Override, "size budget") { Reason = "the parser" }).Text,
        };

    /// <summary>Merged 12 January, and in no release before v1.4.0 of 20 February 08:30.</summary>
    private static MergedHotfix Second =>
        new(2, BranchName.Parse("hotfix/late"), BranchName.Parse("main"))
        {
            MergeCommit = Sha('e'),
            Url = "https://github.com/acme/shop/pull/2",
            Title = "Hotfix: late",
            Author = "ada",
            FirstCommitAt = At("2026-01-12 09:00"),
            OpenedAt = At("2026-01-12 09:00"),
            MergedAt = At("2026-01-12 10:00"),
            Size = new HotfixSize(1, 1, 1, 0),
        };

    /// <summary>Past main: begun 3 February 09:00, opened 09:10, approved 10:10, merged 11:10, tagged 11:30, in production 12:30.</summary>
    private static MergedHotfix Third =>
        new(3, BranchName.Parse("hotfix/voucher"), BranchName.Parse("support/1.3"))
        {
            MergeCommit = Sha('7'),
            Url = "https://github.com/acme/shop/pull/3",
            Title = "Hotfix: voucher",
            Author = "grace",
            FirstCommitAt = At("2026-02-03 09:00"),
            OpenedAt = At("2026-02-03 09:10"),
            MergedAt = At("2026-02-03 11:10"),
            Size = new HotfixSize(3, 20, 0, 1),
            Reviews = [new Review("ada", ReviewDecision.Approved, null, At("2026-02-03 10:10"), CanWrite: true)],
            Checks = [new Period(At("2026-02-03 09:10"), At("2026-02-03 09:20"))],
            Thread = ThreadLog.Empty.Text,
        };

    private static CommitAncestry Ancestry =>
        new(
            new Dictionary<CommitSha, IReadOnlyList<CommitSha>>
            {
                [Sha('b')] = [Sha('a')],
                [Sha('c')] = [Sha('b')],
                [Sha('d')] = [Sha('c')],
                [Sha('5')] = [Sha('d')],
                [Sha('7')] = [Sha('5')],
                [Sha('e')] = [Sha('d')],
                [Sha('f')] = [Sha('e')],
            }
        );

    public static DateTimeOffset At(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static CommitSha Sha(char digit) => CommitSha.Parse(new string(digit, 40));

    public static DeployedCommit Deployed(char digit, string at) => new(Sha(digit), At(at), "deployment") { Environment = "production" };

    private static DatedTag Tag(string name, char digit, string at, string lane = "standard") =>
        new(ReleaseTag.TryParse(name)!, Sha(digit), At(at), $"Release {name}\n\nHotfix-Lane: {lane}\n");
}
