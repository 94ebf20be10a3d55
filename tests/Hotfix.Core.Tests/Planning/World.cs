using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Planning;

/// <summary>What git and GitHub would make of a step, on a snapshot alone: the look after a step, without the step's real effects.</summary>
internal static class World
{
    public static Snapshot Apply(Snapshot before, PlanStep step) =>
        step switch
        {
            PlanStep.CreateBranch s => Branch(before, branch =>
                branch with
                {
                    LocalTip = s.At,
                    Relation = branch.RemoteTip is null ? BranchRelation.LocalOnly : BranchRelation.Same,
                    MergeBase = branch.MergeBase ?? s.At,
                }
            ),
            PlanStep.FastForwardBranch s when before.Hotfix!.LocalTip == s.ExpectedTip => Branch(before, branch =>
                branch with
                {
                    LocalTip = s.To,
                    Relation = BranchRelation.Same,
                }
            ),
            PlanStep.CheckOutBranch s when before.Hotfix!.LocalTip == s.ExpectedTip => Branch(before, branch =>
                branch with
                {
                    WorktreePath = before.WorkTree.Root,
                }
            ) with
            {
                WorkTree = before.WorkTree with { Branch = s.Branch, Head = s.ExpectedTip },
            },
            PlanStep.AddWorktree s when before.Hotfix!.LocalTip == s.ExpectedTip => Branch(before, branch => branch with { WorktreePath = s.Path }),
            PlanStep.ApplyFix s when before.Hotfix!.LocalTip == s.ExpectedTip => Branch(before, branch =>
                branch with
                {
                    LocalTip = Some.FixTip,
                    Commits = [Some.Commit],
                    Changes = Some.SmallChange,
                    Relation = branch.RemoteTip is null ? BranchRelation.LocalOnly : BranchRelation.Ahead,
                }
            ) with
            {
                Fix = null,
            },
            PlanStep.RunTests s => before with { Evidence = new TestEvidence(s.Commit, 12, 0, 0, TimeSpan.FromSeconds(31)) },
            PlanStep.PushBranch s when before.Hotfix!.RemoteTip == s.ExpectedRemoteTip => Pushed(before, s.Sha),
            PlanStep.OpenPullRequest s when before.PullRequest is not { State: PullRequestState.Open } => Opened(before, s.Draft),
            PlanStep.UpdatePullRequestBody s => Pull(before, s.Number, pull => pull with { Body = s.Body }),
            PlanStep.AddLabels s => Pull(before, s.Number, pull => pull with { Labels = [.. pull.Labels, .. s.Labels] }),
            PlanStep.RequestReviewers s => Pull(before, s.Number, pull => pull with { RequestedReviewers = [.. pull.RequestedReviewers, .. s.Reviewers] }),
            PlanStep.MergePullRequest s when before.PullRequest!.HeadSha == s.ExpectedHead => Pull(before, s.Number, pull =>
                pull with
                {
                    State = PullRequestState.Merged,
                    MergeCommitSha = Some.MergeCommit,
                    MergedBy = "ada",
                    MergedAt = before.TakenAt,
                    ClosedAt = before.TakenAt,
                }
            ),
            PlanStep.UpdateBranch s when before.PullRequest!.HeadSha == s.ExpectedHead => Updated(before, Some.Sha(11)),
            PlanStep.ArmAutoMerge s => Pull(before, s.Number, pull => pull with { AutoMerge = new AutoMerge("ada", s.Method) }),
            PlanStep.Enqueue => before with
            {
                MergeDetail = (before.MergeDetail ?? new MergeDetail()) with { Queue = new QueueEntry(1, "queued", null, before.TakenAt, IsAhead: false) },
            },
            PlanStep.CreateTag s when before.Remote.Tag(s.Tag.Name) is null => Tagged(before, s),
            PlanStep.DraftRelease s when before.Release!.Release is null => Release(before, release =>
                release with
                {
                    Release = new PublishedRelease(1, s.Tag.Name, "https://github.com/acme/shop/releases/1", IsDraft: true, IsPrerelease: false, null, []),
                }
            ),
            PlanStep.UploadAsset s => Release(before, release =>
                release with
                {
                    Release = release.Release! with { Assets = Uploaded(release.Release.Assets, s) },
                }
            ),
            PlanStep.PublishRelease s
                when s.ExpectedAssets.All(asset => before.Release!.Release!.Assets.Any(other => other.Name == asset.Name && other.IsUploaded)) => Release(
                before,
                release => release with { Release = release.Release! with { IsDraft = false, PublishedAt = before.TakenAt } }
            ),
            _ => throw new InvalidOperationException($"'{step.Describe()}' cannot be done here."),
        };

    private static Snapshot Branch(Snapshot before, Func<HotfixBranch, HotfixBranch> change) => before with { Hotfix = change(before.Hotfix!) };

    private static Snapshot Pushed(Snapshot before, CommitSha sha)
    {
        Snapshot after = Branch(before, branch => branch with { RemoteTip = sha, Relation = BranchRelation.Same });
        return before.PullRequest is { State: PullRequestState.Open } open ? after with { PullRequest = open with { HeadSha = sha } } : after;
    }

    // Checks and approvals were for the old head.
    private static Snapshot Updated(Snapshot before, CommitSha head) =>
        Pull(before, before.PullRequest!.Number, pull => pull with { HeadSha = head }) with
        {
            CommitsBehind = 0,
            HeadChecks = [],
            Hotfix = before.Hotfix! with { RemoteTip = head, Relation = BranchRelation.Behind },
        };

    private static Snapshot Opened(Snapshot before, PullRequestDraft draft) =>
        before.Hotfix!.RemoteTip != draft.HeadSha
            ? throw new InvalidOperationException("The branch is not pushed.")
            : before with
            {
                PullRequest = Some.Open with
                {
                    Number = 18,
                    Body = draft.Body,
                    Title = draft.Title,
                    IsDraft = draft.IsDraft,
                    HeadSha = draft.HeadSha,
                    HeadBranch = draft.HeadBranch,
                    BaseBranch = draft.BaseBranch,
                    Labels = draft.Labels,
                    RequestedReviewers = draft.Reviewers,
                },
            };

    private static Snapshot Pull(Snapshot before, int number, Func<PullRequest, PullRequest> change) =>
        before.PullRequest!.Number == number
            ? before with
            {
                PullRequest = change(before.PullRequest),
            }
            : throw new InvalidOperationException("Another pull request.");

    private static Snapshot Tagged(Snapshot before, PlanStep.CreateTag step)
    {
        RemoteTag tag = Some.Tag(step.Tag.Name, step.Commit);
        return Release(before, release => release with { TagsContaining = [tag] }) with { Remote = before.Remote with { Tags = [.. before.Remote.Tags, tag] } };
    }

    private static Snapshot Release(Snapshot before, Func<ReleaseSnapshot, ReleaseSnapshot> change) => before with { Release = change(before.Release!) };

    private static ReleaseAsset[] Uploaded(IReadOnlyList<ReleaseAsset> assets, PlanStep.UploadAsset step) =>
        [.. assets.Where(asset => asset.Name != step.Name), new ReleaseAsset(step.Name, step.Size, IsUploaded: true, step.Sha256)];
}
