using Octokit;

namespace Hotfix.LocalGitHub.Tests;

public sealed class ReviewsAndChecks
{
    private static readonly BranchProtectionRule OneOfEach = new() { RequiredApprovals = 1, RequiredChecks = [new("build")] };

    [Fact]
    public async Task HoldTheMergeUntilBothAreThere()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.ProtectBranch(Lab.Repository, "main", OneOfEach);
        PullRequest pull = await lab.OpenAsync("topic");
        IPullRequestsClient pulls = lab.Client("dev").PullRequest;

        var refused = await Assert.ThrowsAsync<PullRequestNotMergeableException>(() => pulls.Merge("acme", "shop", pull.Number, new MergePullRequest()));
        await lab.Client("rita").PullRequest.Review.Create("acme", "shop", pull.Number, new PullRequestReviewCreate { Event = PullRequestReviewEvent.Approve });
        await lab.Client("ci")
            .Check.Run.Create("acme", "shop", new NewCheckRun("build", pull.Head.Sha) { Status = CheckStatus.Completed, Conclusion = CheckConclusion.Success });
        PullRequest seen = await pulls.Get("acme", "shop", pull.Number);
        PullRequestMerge merged = await pulls.Merge("acme", "shop", pull.Number, new MergePullRequest());

        Assert.Equal("At least 1 approving review is required by reviewers with write access. Required status check \"build\" is expected.", refused.Message);
        Assert.Equal(MergeableState.Clean, seen.MergeableState!.Value.Value);
        Assert.True(merged.Merged);
    }

    [Fact]
    public async Task AuthorCannotApproveTheirOwn()
    {
        await using Lab lab = await Lab.StartAsync();
        PullRequest pull = await lab.OpenAsync("topic");

        await Assert.ThrowsAsync<ApiValidationException>(() =>
            lab.Client("dev").PullRequest.Review.Create("acme", "shop", pull.Number, new PullRequestReviewCreate { Event = PullRequestReviewEvent.Approve })
        );

        Assert.Empty(await lab.Client("dev").PullRequest.Review.GetAll("acme", "shop", pull.Number));
    }

    [Fact]
    public async Task StaleApprovalIsDismissedByAPush()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.ProtectBranch(Lab.Repository, "main", OneOfEach with { DismissStaleReviews = true });
        PullRequest pull = await lab.OpenAsync("topic");
        await lab.Client("rita").PullRequest.Review.Create("acme", "shop", pull.Number, new PullRequestReviewCreate { Event = PullRequestReviewEvent.Approve });

        lab.Work.CommitFile("late.txt", "late", "late");
        lab.Work.Git(["push", "--quiet", "origin", "topic"]);

        PullRequestReview review = Assert.Single(await lab.Client("dev").PullRequest.Review.GetAll("acme", "shop", pull.Number));
        Assert.Equal(PullRequestReviewState.Dismissed, review.State.Value);
    }

    [Fact]
    public async Task ReviewersAreRequestedAndLabelsMade()
    {
        await using Lab lab = await Lab.StartAsync();
        PullRequest pull = await lab.OpenAsync("topic");
        GitHubClient client = lab.Client("dev");

        PullRequest requested = await client.PullRequest.ReviewRequest.Create("acme", "shop", pull.Number, PullRequestReviewRequest.ForReviewers(["rita"]));
        IReadOnlyList<Label> labels = await client.Issue.Labels.AddToIssue("acme", "shop", pull.Number, ["hotfix"]);

        Assert.Equal("rita", Assert.Single(requested.RequestedReviewers).Login);
        Assert.Equal("hotfix", Assert.Single(labels).Name);
    }

    [Fact]
    public async Task StatusesAreCombined()
    {
        await using Lab lab = await Lab.StartAsync();
        string sha = lab.PushBranch("topic");
        GitHubClient client = lab.Client("ci");
        await client.Repository.Status.Create("acme", "shop", sha, new NewCommitStatus { Context = "lint", State = CommitState.Pending });
        await client.Repository.Status.Create("acme", "shop", sha, new NewCommitStatus { Context = "lint", State = CommitState.Success });

        CombinedCommitStatus combined = await client.Repository.Status.GetCombined("acme", "shop", "topic");

        Assert.Equal((CommitState.Success, 1, sha), (combined.State.Value, combined.TotalCount, combined.Sha));
    }

    [Fact]
    public async Task ChecksAreListedForABranchWithSlashes()
    {
        await using Lab lab = await Lab.StartAsync();
        string sha = lab.PushBranch("hotfix/a/b");
        await lab.Client("ci").Check.Run.Create("acme", "shop", new NewCheckRun("build", sha) { Status = CheckStatus.InProgress });

        CheckRunsResponse runs = await lab.Client("dev").Check.Run.GetAllForReference("acme", "shop", "hotfix/a/b");

        Assert.Equal(("build", CheckStatus.InProgress), (Assert.Single(runs.CheckRuns).Name, runs.CheckRuns[0].Status.Value));
    }
}
