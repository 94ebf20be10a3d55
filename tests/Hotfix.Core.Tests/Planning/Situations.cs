using CsCheck;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Tests.Planning;

/// <summary>Snapshots and requests of all kinds: what a look can see, whether or not it makes sense to a person.</summary>
internal static class Situations
{
    private static readonly Gen<CommitSha> Sha = Pick(Some.BaseTip, Some.FixTip, Some.MergeCommit, Some.Sha(2));

    private static readonly Gen<WorkTree> Tree =
        from dirty in Rarely(true)
        from operation in Rarely<string?>("merge")
        from branch in Pick(Some.Main, Some.HotfixName, null)
        from untracked in Rarely(true)
        select Some.Tree with
        {
            Branch = branch,
            ChangedFiles = dirty ? ["src/A.cs"] : [],
            OperationInProgress = operation,
            UntrackedFiles = untracked ? ["b"] : [],
        };

    // Tips and their relation belong together; the look derives one from the other.
    private static readonly Gen<HotfixBranch> Branch =
        from relation in Gen.Enum<BranchRelation>()
        from commits in Pick(0, 1, 1)
        from checkedOut in Pick(null, Some.Tree.Root, "/home/ada/hotfix")
        from otherBase in Rarely(true)
        from unrelated in Rarely(true)
        from large in Rarely(true)
        let tip = commits == 0 ? Some.BaseTip : Some.FixTip
        let isHere = relation is not (BranchRelation.Absent or BranchRelation.RemoteOnly)
        let isThere = relation is not (BranchRelation.Absent or BranchRelation.LocalOnly)
        let isSomewhere = isHere || isThere
        let own = isSomewhere && commits > 0 && !unrelated
        select new HotfixBranch
        {
            Name = Some.HotfixName,
            LocalTip =
                !isHere ? null
                : relation == BranchRelation.Behind ? Some.Sha(2)
                : tip,
            RemoteTip =
                !isThere ? null
                : relation is BranchRelation.Ahead or BranchRelation.Diverged ? Some.Sha(3)
                : tip,
            Relation = relation,
            WorktreePath = isHere ? checkedOut : null,
            MergeBase = isSomewhere && !unrelated ? Some.BaseTip : null,
            Commits = own ? [Some.Commit] : [],
            Changes = own ? [.. Some.SmallChange, .. large ? new[] { new FileChange("src/B.cs", null, 900, 0, IsBinary: false) } : []] : [],
            OtherBases = own && otherBase ? [BranchName.Parse("develop")] : [],
        };

    private static readonly Gen<PullRequest?> PullRequest =
        from state in Gen.Enum<PullRequestState>()
        from exists in Gen.Bool
        from head in Sha
        from body in Pick("", "Please look.", TestPlan.Reported(Some.Committed).Body, "<!-- hotfix:report -->broken")
        from mergeable in Pick<bool?>(true, true, false, null)
        from mergeableState in Pick("clean", "blocked", "behind", "unknown", "dirty")
        from draft in Rarely(true)
        from days in Gen.Int[0, 3]
        select exists
            ? Some.Open with
            {
                State = state,
                HeadSha = head,
                Body = body,
                IsMergeable = mergeable,
                MergeableState = mergeableState,
                IsDraft = draft,
                MergeCommitSha = state == PullRequestState.Merged ? Some.MergeCommit : null,
                MergedAt = state == PullRequestState.Merged ? Some.Day(days) : null,
                Labels = days == 0 ? [] : ["hotfix"],
            }
            : null;

    private static readonly Gen<CheckResult> Check = from name in Pick("build", "lint") from state in Gen.Enum<CheckState>() select Some.Check(name, state);

    private static readonly Gen<BranchRules> Rules =
        from checks in Pick(0, 1, 2)
        from approvals in Pick(0, 0, 1)
        from flags in Gen.Bool.Array[6]
        from methods in Pick<IReadOnlyList<MergeMethod>?>(null, null, [MergeMethod.Squash], [])
        select new BranchRules
        {
            RequiredChecks = [.. new[] { new RequiredCheck("build"), new RequiredCheck("dco", 5) }.Take(checks)],
            RequiredApprovals = approvals,
            RequiresCodeOwners = flags[0],
            RequiresUpToDateHead = flags[1],
            RequiresResolvedConversations = flags[2],
            Unreadable = flags[3] ? ["classic protection"] : [],
            RequiresLastPushApproval = flags[4],
            UsesMergeQueue = flags[5],
            AllowedMergeMethods = methods,
        };

    private static readonly Gen<MergeDetail?> Detail =
        from exists in Gen.Bool
        from verdict in Pick(null, "approved", "review_required")
        from owners in Rarely(true)
        from open in Rarely(true)
        from queue in Gen.Int[0, 4]
        select exists
            ? new MergeDetail
            {
                ReviewVerdict = verdict,
                AwaitedCodeOwners = owners ? ["acme/core"] : [],
                Unresolved = open ? [new ReviewConversation("bob", "src/A.cs", "")] : [],
                UsesMergeQueue = queue > 2,
                Queue = queue == 4 ? new QueueEntry(2, "awaiting_checks", TimeSpan.FromMinutes(6), Some.Day(0), IsAhead: false) : null,
                LastRemoval = queue == 3 ? new QueueRemoval(Some.Day(1), null, "failed_checks") : null,
            }
            : null;

    private static readonly Gen<CheckSuite> Suite =
        from state in Gen.Enum<CheckState>()
        from workflow in Pick("", "CI")
        from runs in Gen.Int[0, 2]
        select new CheckSuite(1, 15368, "GitHub Actions", state, state.ToString(), "") { Workflow = workflow, CheckRuns = runs };

    private static readonly Gen<ReleaseSnapshot?> Release =
        from exists in Gen.Bool
        from tag in Pick<RemoteTag?>(
            null,
            null,
            null,
            Some.Tag("v1.4.3", Some.MergeCommit),
            Some.Tag("v1.5.0", Some.Sha(9)),
            Some.Tag("nightly", Some.MergeCommit)
        )
        from baseTag in Pick(null, "v1.4.2", "1.9.0")
        from version in Pick(null, "1.4.3", "2.0.0", "0.1.0")
        from without in Pick(null, "1.4.3")
        from release in Pick<PublishedRelease?>(null, Page(isDraft: true), Page(isDraft: false))
        from latest in Pick<PublishedRelease?>(null, Page(isDraft: false))
        from checks in Check.Array[0, 2]
        from same in Pick<CommitSha?>(null, Some.FixTip)
        from assets in Pick(0, 1, 2)
        select exists
            ? new ReleaseSnapshot
            {
                Commit = Some.MergeCommit,
                TagsContaining = tag is null ? [] : [tag],
                BaseTag = baseTag is null ? null : ReleaseTag.TryParse(baseTag),
                Version = version is null ? null : Some.Calculated(version),
                VersionWithoutHotfix = without is null ? null : Some.Calculated(without),
                Release = tag?.Name.StartsWith('v') == true ? release : null,
                Latest = latest,
                Checks = checks,
                SameContentAs = same,
                Assets = [.. Enumerable.Range(0, assets).Select(i => new LocalAsset($"/out/{i}.zip", 10, new string('a', 64)))],
            }
            : null;

    public static Gen<Snapshot> Any { get; } =
        from tree in Tree
        from branch in Branch
        from isOutside in Rarely(true)
        from pullRequest in PullRequest
        from release in Release
        from rules in Rules
        from checks in Check.Array[0, 3]
        from review in Gen.Enum<ReviewDecision>()
        from reviews in Gen.Int[0, 2]
        from rare in Gen.Select(Rarely(true), Rarely(true), Rarely(true), Gen.Int[0, 20], Rarely(true))
        from merging in Gen.Select(Detail, Suite.Array[0, 2], Gen.Int[-2, 2], Pick(null, "ada", "bob"))
        from evidence in Pick<TestEvidence?>(null, Some.Green, Some.Green, Some.Green with { Failed = 1 }, Some.Green with { Commit = Some.BaseTip })
        from watching in Pick<DateTimeOffset?>(null, Some.Day(0))
        select new Snapshot
        {
            TakenAt = Some.Day(rare.Item4),
            WorkTree = tree,
            Remote = Some.Remote with { Tags = rare.Item1 ? [Some.Tag("v1.4.3", Some.Sha(43))] : [] },
            BaseBranch = Some.Main,
            BaseTip = Some.BaseTip,
            Hotfix = isOutside ? null : branch,
            PullRequest = isOutside ? null : pullRequest,
            Reviews = [.. Enumerable.Range(0, reviews).Select(i => Some.Review(i == 0 ? "bob" : "ada", review, day: i))],
            HeadChecks = checks,
            MergeDetail = merging.Item1,
            HeadSuites = merging.Item2,
            CommitsBehind = Math.Max(0, merging.Item3),
            LastPusher = merging.Item4,
            Rules = rules,
            Settings = rare.Item2 ? null : Some.Settings with { CanPush = !rare.Item3, AllowsAutoMerge = rare.Item4 % 2 == 0 },
            ConflictingLooks = pullRequest?.IsMergeable == false ? rare.Item4 % 4 : 0,
            WatchingSince = watching,
            Release = release,
            OverwrittenFiles = rare.Item5 ? ["b"] : [],
            Fix = branch.Commits.Count == 0 && rare.Item4 % 2 == 0 ? new Fix.Commits([Some.Sha(7)]) : null,
            Evidence = evidence,
        };

    public static Gen<HotfixRequest> Requests { get; } =
        from description in Pick(null, Some.Request.Description)
        from worktree in Rarely<string?>("/home/ada/hotfix")
        from reason in Pick(null, null, "generated code")
        from version in Pick(null, null, "1.4.3", "3.0.0")
        from reviewers in Pick<IReadOnlyList<string>>([], ["bob", "acme/core"])
        from method in Pick<MergeMethod?>(null, null, MergeMethod.Squash)
        from merging in Gen.Select(Rarely(true), Rarely<string?>("checkout is down"))
        select Some.Request with
        {
            Description = description,
            Branch = description is null ? null : Some.HotfixName,
            WorktreePath = worktree,
            OverBudgetReason = reason,
            Version = SemanticVersion.TryParse(version),
            Reviewers = reviewers,
            MergeMethod = method,
            ArmsAutoMerge = merging.Item1,
            JumpReason = merging.Item2,
        };

    private static PublishedRelease Page(bool isDraft) =>
        new(1, "v1.4.3", "https://github.com/acme/shop/releases/1", isDraft, IsPrerelease: false, isDraft ? null : Some.Day(1), []);

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<T?> Rarely<T>(T value) => Gen.Int[0, 5].Select(number => number == 0 ? value : default);
}
