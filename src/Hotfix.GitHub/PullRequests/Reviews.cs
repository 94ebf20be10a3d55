using System.Text.Json.Nodes;
using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.GraphQL;
using Hotfix.GitHub.Json;
using Hotfix.GitHub.Trust;

namespace Hotfix.GitHub.PullRequests;

/// <summary>Reads submitted reviews, and of those that decide, whether their author may write.</summary>
internal sealed class Reviews(GitHubApi api)
{
    private readonly Authors _authors = api.Connection.Authors;
    private readonly GraphApi _graph = new(api);

    /// <summary>Submitted reviews, oldest first.</summary>
    public async Task<IReadOnlyList<Review>> ListAsync(int number, CancellationToken cancellationToken)
    {
        var call = new Call($"list the reviews of #{number}", api.InRepository($"pulls/{number}/reviews?per_page=100"));
        Review[] reviews =
        [
            .. (await api.ListAsync<ReviewAnswer>(call, cancellationToken))
                .Select(answer => answer.ToReview())
                .OfType<Review>()
                .OrderBy(review => review.SubmittedAt),
        ];
        string[] unknown = [.. reviews.Where(review => Decides(review) && !_authors.Know(review.Author)).Select(review => review.Author).Distinct()];
        if (unknown.Length > 1 || unknown.Any(author => author.EndsWith("[bot]", StringComparison.Ordinal)))
            await LearnAsync(number, cancellationToken);

        for (int at = 0; at < reviews.Length; at++)
            reviews[at] = reviews[at] with { CanWrite = Decides(reviews[at]) && await _authors.MayWriteAsync(reviews[at].Author, cancellationToken) };

        return reviews;
    }

    private static bool Decides(Review review) => review.Decision is ReviewDecision.Approved or ReviewDecision.ChangesRequested;

    // One request for several, which knows Apps, too; a single person, and whom it leaves out, is asked about by REST, which costs nothing when nothing
    // changed.
    private async Task LearnAsync(int number, CancellationToken cancellationToken)
    {
        var variables = new JsonObject
        {
            ["owner"] = api.Owner,
            ["name"] = api.Name,
            ["number"] = number,
        };
        try
        {
            ReviewersData data = await _graph.AskAsync(
                new GraphCall($"read who may write of the reviewers of #{number}", GraphDocuments.Reviewers, variables),
                GraphJson.Default.GraphAnswerReviewersData,
                answer => answer.Repository?.PullRequest is not null,
                cancellationToken
            );
            foreach (ReviewersData.SubmittedReview node in data.Repository?.PullRequest?.Reviews?.Items ?? [])
                _authors.Learn(node.Author?.FullLogin ?? PullRequestMapping.Ghost, node.AuthorCanPushToRepository);
        }
        catch (HotfixException e)
        {
            api.Connection.Options.Notice($"Who of the reviewers of #{number} may write is asked one by one: {e.Refusal.Why}");
        }
    }
}
