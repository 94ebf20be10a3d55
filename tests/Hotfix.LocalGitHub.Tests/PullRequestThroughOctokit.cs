using System.Net;
using Octokit;

namespace Hotfix.LocalGitHub.Tests;

public sealed class PullRequestThroughOctokit
{
    [Fact]
    public async Task IsFoundByItsHeadBranch()
    {
        await using Lab lab = await Lab.StartAsync();
        PullRequest opened = await lab.OpenAsync("hotfix/null-ref");
        await lab.OpenAsync("other", "other.txt");

        IReadOnlyList<PullRequest> found = await lab.Client("dev")
            .PullRequest.GetAllForRepository("acme", "shop", new PullRequestRequest { Head = "acme:hotfix/null-ref" });

        Assert.Equal(opened.Number, Assert.Single(found).Number);
    }

    [Fact]
    public async Task IsNotOpenedTwice()
    {
        await using Lab lab = await Lab.StartAsync();
        await lab.OpenAsync("hotfix/x");

        var refused = await Assert.ThrowsAsync<ApiValidationException>(() =>
            lab.Client("dev").PullRequest.Create("acme", "shop", new NewPullRequest("again", "hotfix/x", "main"))
        );

        Assert.Equal("A pull request already exists for acme:hotfix/x.", refused.ApiError.Errors[0].Message);
    }

    [Fact]
    public async Task NeedsACommitOfItsOwn()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Work.Git(["push", "--quiet", "origin", "origin/main:refs/heads/empty"]);

        var refused = await Assert.ThrowsAsync<ApiValidationException>(() =>
            lab.Client("dev").PullRequest.Create("acme", "shop", new NewPullRequest("empty", "empty", "main"))
        );

        Assert.Equal("No commits between main and empty", refused.ApiError.Errors[0].Message);
    }

    [Fact]
    public async Task NeedsABaseThatExists()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.PushBranch("topic");

        var refused = await Assert.ThrowsAsync<ApiValidationException>(() =>
            lab.Client("dev").PullRequest.Create("acme", "shop", new NewPullRequest("x", "topic", "nowhere"))
        );

        Assert.Equal(("base", "invalid"), (refused.ApiError.Errors[0].Field, refused.ApiError.Errors[0].Code));
    }

    [Fact]
    public async Task FollowsPushesToItsHead()
    {
        await using Lab lab = await Lab.StartAsync();
        PullRequest opened = await lab.OpenAsync("topic");
        string second = lab.Work.CommitFile("second.txt", "2", "fix: more");
        lab.Work.Git(["push", "--quiet", "origin", "topic"]);

        PullRequest seen = await lab.Client("dev").PullRequest.Get("acme", "shop", opened.Number);

        Assert.Equal((second, 2, 2), (seen.Head.Sha, seen.Commits, seen.ChangedFiles));
    }

    [Fact]
    public async Task IsMergeableLate()
    {
        await using Lab lab = await Lab.StartAsync(mergeableDelay: 2);
        PullRequest opened = await lab.OpenAsync("topic");
        IPullRequestsClient pulls = lab.Client("dev").PullRequest;

        bool?[] seen =
        [
            (await pulls.Get("acme", "shop", opened.Number)).Mergeable,
            (await pulls.Get("acme", "shop", opened.Number)).Mergeable,
            (await pulls.Get("acme", "shop", opened.Number)).Mergeable,
        ];

        Assert.Equal([null, null, true], seen);
    }

    [Fact]
    public async Task MergesWithTwoParents()
    {
        await using Lab lab = await Lab.StartAsync();
        PullRequest opened = await lab.OpenAsync("topic");
        string @base = lab.Work.Resolve("origin/main");

        PullRequestMerge merged = await lab.Client("dev").PullRequest.Merge("acme", "shop", opened.Number, new MergePullRequest { Sha = opened.Head.Sha });

        lab.Work.Git(["fetch", "--quiet", "origin"]);
        Assert.Equal(merged.Sha, lab.Work.Resolve("origin/main"));
        Assert.Equal($"{@base} {opened.Head.Sha}", lab.Work.Git(["log", "-1", "--format=%P", "origin/main"]));
        Assert.True((await lab.Client("dev").PullRequest.Get("acme", "shop", opened.Number)).Merged);
    }

    [Fact]
    public async Task IsNotMergedAtAnotherHead()
    {
        await using Lab lab = await Lab.StartAsync();
        PullRequest opened = await lab.OpenAsync("topic");

        await Assert.ThrowsAsync<PullRequestMismatchException>(() =>
            lab.Client("dev").PullRequest.Merge("acme", "shop", opened.Number, new MergePullRequest { Sha = lab.Work.Resolve("origin/main") })
        );

        Assert.False((await lab.Client("dev").PullRequest.Get("acme", "shop", opened.Number)).Merged);
    }

    [Fact]
    public async Task IsNotMergedWithAConflict()
    {
        await using Lab lab = await Lab.StartAsync();
        PullRequest mine = await lab.OpenAsync("mine", "app.txt", "mine\n");
        PullRequest theirs = await lab.OpenAsync("theirs", "app.txt", "theirs\n");
        GitHubClient client = lab.Client("dev");
        await client.PullRequest.Merge("acme", "shop", theirs.Number, new MergePullRequest());

        var refused = await Assert.ThrowsAsync<PullRequestNotMergeableException>(() =>
            client.PullRequest.Merge("acme", "shop", mine.Number, new MergePullRequest())
        );

        PullRequest seen = await client.PullRequest.Get("acme", "shop", mine.Number);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
        Assert.Equal((false, MergeableState.Dirty), (seen.Mergeable, seen.MergeableState!.Value.Value));
    }

    [Theory]
    [InlineData(PullRequestMergeMethod.Squash, "fix: topic (#1)")]
    [InlineData(PullRequestMergeMethod.Rebase, "fix: topic")]
    public async Task MergesInOneLine(PullRequestMergeMethod method, string subject)
    {
        await using Lab lab = await Lab.StartAsync();
        PullRequest opened = await lab.OpenAsync("topic");
        string @base = lab.Work.Resolve("origin/main");

        await lab.Client("dev").PullRequest.Merge("acme", "shop", opened.Number, new MergePullRequest { MergeMethod = method });

        lab.Work.Git(["fetch", "--quiet", "origin"]);
        Assert.Equal($"{@base} {subject}", lab.Work.Git(["log", "-1", "--format=%P %s", "origin/main"]));
        Assert.Equal("fixed", lab.Work.Git(["show", "origin/main:fix.txt"]));
    }
}
