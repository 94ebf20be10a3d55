using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.PullRequests;

/// <summary>Reads submitted reviews.</summary>
internal sealed class Reviews(GitHubApi api)
{
    public async Task<IReadOnlyList<Review>> ListAsync(int number, CancellationToken cancellationToken)
    {
        var call = new Call($"list the reviews of #{number}", api.InRepository($"pulls/{number}/reviews?per_page=100"));
        IReadOnlyList<ReviewAnswer> answers = await api.ListAsync<ReviewAnswer>(call, cancellationToken);
        return [.. answers.Select(answer => answer.ToReview()).OfType<Review>().OrderBy(review => review.SubmittedAt)];
    }
}
