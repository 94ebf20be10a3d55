using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Rules;

/// <summary>The opinions that count: the newest approval or request for changes of each reviewer with write access.</summary>
internal sealed class ReviewBoard
{
    private readonly PullRequest _pullRequest;
    private readonly IReadOnlyList<Review> _latest;

    private ReviewBoard(PullRequest pullRequest, IReadOnlyList<Review> latest)
    {
        _pullRequest = pullRequest;
        _latest = latest;
    }

    public int Approvals => _latest.Count(review => review.State == Review.Approved);

    /// <summary>Who has approved.</summary>
    public IEnumerable<Account> Approvers => _latest.Where(review => review.State == Review.Approved).Select(review => review.User);

    public bool ChangesRequested => _latest.Any(review => review.State == Review.ChangesRequested);

    /// <summary>Somebody other than the last pusher approved the newest commit.</summary>
    public bool LastPushApproved =>
        _latest.Any(review => review.State == Review.Approved && review.CommitSha == _pullRequest.HeadSha && review.User != _pullRequest.LastPusher);

    public static ReviewBoard Of(HostedRepository repository, PullRequest pullRequest) =>
        new(
            pullRequest,
            [
                .. pullRequest
                    .Reviews.Where(review =>
                        review.State is Review.Approved or Review.ChangesRequested or Review.Dismissed && repository.RoleOf(review.User) >= Role.Write
                    )
                    .GroupBy(review => review.User)
                    .Select(group => group.Last()),
            ]
        );
}
