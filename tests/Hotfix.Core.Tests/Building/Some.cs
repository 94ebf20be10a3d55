using System.Globalization;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Tests.Building;

/// <summary>Values with ordinary content; a test changes with <c>with</c> the part that it is about.</summary>
internal static class Some
{
    public static DateTimeOffset Day(int day) => new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero).AddDays(day);

    public static CommitSha Sha(int number) => CommitSha.Parse(number.ToString("x8", CultureInfo.InvariantCulture).PadRight(40, '0'));

    public static CommitSha BaseTip { get; } = Sha(0xba5e);

    public static CommitSha FixTip { get; } = Sha(0xf1);

    public static CommitSha MergeCommit { get; } = Sha(0x3e);

    public static BranchName Main { get; } = BranchName.Parse("main");

    public static BranchName HotfixName { get; } = BranchName.Parse("hotfix/null-ref-in-checkout");

    public static HotfixRequest Request { get; } = new() { Description = "null ref in checkout", Branch = HotfixName };

    public static WorkTree Tree { get; } = new("/home/ada/shop", BaseTip, Main, [], [], null, IsShallow: false);

    public static RemoteRefs Remote { get; } =
        new("origin", "https://github.com/acme/shop.git", Main, new Dictionary<BranchName, CommitSha> { [Main] = BaseTip }, []);

    public static FileChange[] SmallChange { get; } =
    [new("src/Checkout.cs", null, 3, 1, IsBinary: false), new("tests/CheckoutTests.cs", null, 12, 0, IsBinary: false)];

    public static CommitSummary Commit { get; } = new(FixTip, [BaseTip], "Ada", Day(0), "fix: null ref in checkout");

    /// <summary>One commit, here only, checked out.</summary>
    public static HotfixBranch Branch { get; } =
        new()
        {
            Name = HotfixName,
            LocalTip = FixTip,
            Relation = BranchRelation.LocalOnly,
            WorktreePath = Tree.Root,
            MergeBase = BaseTip,
            Commits = [Commit],
            Changes = SmallChange,
        };

    public static HotfixBranch Pushed { get; } = Branch with { RemoteTip = FixTip, Relation = BranchRelation.Same };

    public static TestEvidence Green { get; } = new(FixTip, 12, 0, 1, TimeSpan.FromSeconds(31));

    public static PullRequest Open { get; } =
        new()
        {
            Number = 17,
            Url = "https://github.com/acme/shop/pull/17",
            Title = "Hotfix: null ref in checkout",
            Body = "",
            Author = "ada",
            State = PullRequestState.Open,
            IsDraft = false,
            HeadBranch = HotfixName,
            HeadSha = FixTip,
            BaseBranch = Main,
            IsMergeable = true,
            MergeableState = "clean",
            CreatedAt = Day(0),
            Labels = ["hotfix"],
        };

    public static PullRequest Closed { get; } = Open with { State = PullRequestState.Closed, ClosedAt = Day(1) };

    public static PullRequest Merged { get; } =
        Open with
        {
            State = PullRequestState.Merged,
            MergeCommitSha = MergeCommit,
            MergedBy = "bob",
            MergedAt = Day(1),
            ClosedAt = Day(1),
        };

    public static RepositorySettings Settings { get; } =
        new(
            "acme/shop",
            1,
            Main,
            [MergeMethod.Merge, MergeMethod.Squash, MergeMethod.Rebase],
            AllowsAutoMerge: false,
            DeletesBranchOnMerge: false,
            CanPush: true,
            IsArchived: false
        );

    /// <summary>On <c>main</c>, before anything happened; the hotfix is named and does not exist.</summary>
    public static Snapshot Snapshot { get; } =
        new()
        {
            TakenAt = Day(0),
            WorkTree = Tree,
            Remote = Remote,
            BaseBranch = Main,
            BaseTip = BaseTip,
            Hotfix = new HotfixBranch { Name = HotfixName },
            Settings = Settings,
        };

    /// <summary>The fix is committed on the branch, which is checked out.</summary>
    public static Snapshot Committed { get; } = Snapshot with { WorkTree = Tree with { Head = FixTip, Branch = HotfixName }, Hotfix = Branch };

    /// <summary>An open pull request whose head is tested and which nothing forbids to merge.</summary>
    public static Snapshot Mergeable { get; } =
        Committed with
        {
            Hotfix = Pushed,
            PullRequest = Open,
            Rules = new BranchRules { RequiredChecks = [new RequiredCheck("build")], RequiredApprovals = 1 },
            HeadChecks = [Check("build", CheckState.Passed)],
            Reviews = [Review("bob", ReviewDecision.Approved)],
        };

    /// <summary>Merged; the merge commit is checked and not released.</summary>
    public static Snapshot Releasable { get; } =
        Committed with
        {
            TakenAt = Day(1),
            WatchingSince = Day(1),
            Hotfix = Pushed,
            PullRequest = Merged,
            BaseTip = MergeCommit,
            Rules = new BranchRules { RequiredChecks = [new RequiredCheck("build")] },
            Release = new ReleaseSnapshot
            {
                Commit = MergeCommit,
                BaseTag = ReleaseTag.TryParse("v1.4.2"),
                Version = Calculated("1.4.3"),
                Checks = [Check("build", CheckState.Passed)],
            },
        };

    public static CheckResult Check(string name, CheckState state, string? detail = null, long? app = 15368) =>
        new(name, CheckKind.CheckRun, app, state, detail ?? Detail(state), $"https://github.com/acme/shop/runs/{name}", 1, "");

    public static Review Review(string author, ReviewDecision decision, int day = 0, CommitSha? commit = null) =>
        new(author, decision, commit ?? FixTip, Day(day), CanWrite: true);

    public static CalculatedVersion Calculated(string version) =>
        new(SemanticVersion.TryParse(version)!, version + "-2", "GitVersion on a window of 12 commits");

    public static RemoteTag Tag(string name, CommitSha commit) => new(name, Sha(0x7a6), commit);

    private static string Detail(CheckState state) =>
        state switch
        {
            CheckState.Passed => "success",
            CheckState.Failed => "timed_out",
            CheckState.Skipped => "skipped",
            CheckState.ActionRequired => "action_required",
            _ => "in_progress",
        };
}
