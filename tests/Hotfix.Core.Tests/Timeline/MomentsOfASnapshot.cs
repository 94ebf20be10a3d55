using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;
using Hotfix.Core.Timeline;

namespace Hotfix.Core.Tests.Timeline;

public sealed class MomentsOfASnapshot
{
    [Fact]
    public void AreThoseOfBranchPullRequestReviewsAndRelease()
    {
        Snapshot snapshot = Some.Snapshot with
        {
            Hotfix = Some.Branch with { Commits = [Some.Commit with { CommittedAt = Some.Day(3) }, Some.Commit with { CommittedAt = Some.Day(1) }] },
            PullRequest = Some.Open with { State = PullRequestState.Merged, CreatedAt = Some.Day(4), MergedAt = Some.Day(7) },
            Reviews =
            [
                new Review("grace", ReviewDecision.Commented, Some.FixTip, Some.Day(5), CanWrite: true),
                new Review("grace", ReviewDecision.Approved, Some.FixTip, Some.Day(6), CanWrite: true),
                new Review("passer-by", ReviewDecision.Approved, Some.FixTip, Some.Day(6), CanWrite: false),
            ],
            Release = new ReleaseSnapshot
            {
                Commit = Some.MergeCommit,
                Release = new PublishedRelease(
                    1,
                    "v1.4.3",
                    "https://github.com/acme/shop/releases/v1.4.3",
                    IsDraft: false,
                    IsPrerelease: false,
                    Some.Day(8),
                    []
                ),
            },
        };

        IReadOnlyList<Moment> moments = SnapshotMoments.Of(snapshot);

        Assert.Equal(
            [
                (MomentKind.FirstCommit, Some.Day(1)),
                (MomentKind.PullRequest, Some.Day(4)),
                (MomentKind.FirstReview, Some.Day(5)),
                (MomentKind.Approval, Some.Day(6)),
                (MomentKind.Merge, Some.Day(7)),
                (MomentKind.Release, Some.Day(8)),
            ],
            moments.Select(moment => (moment.Kind, moment.At))
        );
    }

    [Fact]
    public void AreNoneBeforeAnythingHappened() =>
        Assert.Empty(SnapshotMoments.Of(Some.Snapshot with { Hotfix = Some.Branch with { Commits = [] }, PullRequest = null }));

    [Fact]
    public void LeaveOutADraftWhichNobodySees() =>
        Assert.DoesNotContain(
            SnapshotMoments.Of(
                Some.Snapshot with
                {
                    Release = new ReleaseSnapshot
                    {
                        Commit = Some.MergeCommit,
                        Release = new PublishedRelease(1, "v1.4.3", "", IsDraft: true, IsPrerelease: false, null, []),
                    },
                }
            ),
            moment => moment.Kind == MomentKind.Release
        );
}
