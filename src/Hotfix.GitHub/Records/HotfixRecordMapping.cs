using Hotfix.Core.Deploying;
using Hotfix.Core.Policies;
using Hotfix.Core.Refs;
using Hotfix.Core.Reporting;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Timeline;
using Hotfix.GitHub.PullRequests;

namespace Hotfix.GitHub.Records;

/// <summary>From GraphQL's words to those of the report.</summary>
internal static class HotfixRecordMapping
{
    /// <summary><c>null</c> for what is no merged pull request of a branch of this repository below the prefix.</summary>
    public static MergedHotfix? ToHotfix(this MergedHotfixesData.HotfixNode node, string prefix)
    {
        bool isHotfix = !node.IsCrossRepository && node.MergedAt is not null && node.HeadRefName.StartsWith(prefix, StringComparison.Ordinal);
        if (!isHotfix || !BranchName.TryParse(node.HeadRefName, out BranchName? branch) || !BranchName.TryParse(node.BaseRefName, out BranchName? @base))
            return null;

        return new MergedHotfix(node.Number, branch, @base)
        {
            Url = node.Url,
            Title = node.Title,
            Author = node.Author?.Login ?? "",
            OpenedAt = node.CreatedAt,
            MergedAt = node.MergedAt!.Value,
            MergeCommit = CommitSha.TryParse(node.MergeCommit?.Oid, out CommitSha merge) ? merge : null,
            FirstCommitAt = node.FirstCommits?.Items.FirstOrDefault()?.Commit.CommittedDate,
            Size = new HotfixSize(node.ChangedFiles, node.Additions, node.Deletions, TestFiles(node.Files)),
            Paths = [.. (node.Files?.Nodes ?? []).OfType<MergedHotfixesData.FileNode>().Select(file => file.Path)],
            Reviews = [.. (node.Reviews?.Items ?? []).Select(ToReview).OfType<Review>()],
            Checks = [.. (node.LastCommits?.Items.FirstOrDefault()?.Commit.StatusCheckRollup?.Contexts.Items ?? []).Select(ToPeriod).OfType<Period>()],
        };
    }

    /// <summary><c>null</c> for a deployment that never succeeded.</summary>
    public static DeployedCommit? ToDeployed(this DeployedCommitsData.DeploymentNode node)
    {
        DateTimeOffset[] successes = [.. (node.Statuses?.Items ?? []).Where(status => status.State == "SUCCESS").Select(status => status.CreatedAt).Order()];
        if (successes.Length == 0 || !CommitSha.TryParse(node.CommitOid, out CommitSha sha))
            return null;

        string environment = node.Environment ?? "";
        var known = new Deployment(0, environment, sha, node.Ref?.Name ?? node.CommitOid, "", node.CreatedAt, node.Payload ?? "");
        return new DeployedCommit(sha, successes[0], $"deployment of {sha.Short} to {environment}")
        {
            Environment = environment,
            IsOwn = DeploymentOrigin.IsOwn(known),
            Request = known,
        };
    }

    private static int? TestFiles(MergedHotfixesData.FileList? files) =>
        files?.Nodes is { } nodes && nodes.Count == files.TotalCount
            ? nodes.OfType<MergedHotfixesData.FileNode>().Count(file => PathKinds.IsTest(file.Path))
            : null;

    private static Review? ToReview(MergedHotfixesData.ReviewNode node) =>
        node.SubmittedAt is { } at
            ? new Review(node.Author?.Login ?? PullRequestMapping.Ghost, ReviewMapping.DecisionOf(node.State), Commit: null, at, node.AuthorCanPushToRepository)
            : null;

    private static Period? ToPeriod(MergedHotfixesData.ContextNode node) =>
        node is { StartedAt: { } from, CompletedAt: { } to } && from < to ? new Period(from, to) : null;
}
