using Hotfix.GitHub.GraphQL;
using Hotfix.GitHub.Records;

namespace Hotfix.GitHub.PullRequests;

/// <summary>The answer to <see cref="GraphDocuments.Reviewers"/>.</summary>
internal sealed record ReviewersData(ReviewersData.ReviewedRepository? Repository)
{
    internal sealed record ReviewedRepository(ReviewedPullRequest? PullRequest);

    internal sealed record ReviewedPullRequest(MergeDetailData.Connection<SubmittedReview>? Reviews);

    internal sealed record SubmittedReview(bool AuthorCanPushToRepository, MergedHotfixesData.ActorNode? Author = null);
}
