using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.Tests.Scripted;

/// <summary>The steps that most situations apply.</summary>
internal static class Steps
{
    public static ReleaseTag Tag { get; } = ReleaseTag.TryParse("v1.4.3")!;

    public static PlanStep.MergePullRequest Merge { get; } = new(7, CommitSha.Parse(Bodies.Head), MergeMethod.Squash, "Hotfix: null ref (#7)");

    public static PlanStep.AddLabels Label { get; } = new(7, ["hotfix"]);

    public static PlanStep.OpenPullRequest Open { get; } =
        new(
            new PullRequestDraft(
                BranchName.Parse("hotfix/null-ref"),
                CommitSha.Parse(Bodies.Head),
                BranchName.Parse("main"),
                "Hotfix: null ref",
                "Why.",
                IsDraft: false,
                ["hotfix"],
                ["grace", "acme/on-call"]
            )
        );

    public static PlanStep.DraftRelease Draft { get; } = new(Tag, CommitSha.Parse(Bodies.MergeCommit), "1.4.3", "Fixes it.");

    public static PlanStep.PublishRelease Publish(bool isLatest, params PlanStep.UploadAsset[] assets) => new(Tag, isLatest, assets);
}
