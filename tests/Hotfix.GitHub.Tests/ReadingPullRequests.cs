using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Tests.Scripted;

namespace Hotfix.GitHub.Tests;

public class RepositoryWithSquashSwitchedOff
{
    [Fact]
    public async Task SaysSoThoughItsDatesAreNull()
    {
        using Situation situation = new Situation().On("GET ", ScriptedAnswer.Json(Bodies.Repository));

        RepositorySettings settings = await situation.Reader.Repositories.ReadAsync(CancellationToken.None);

        Assert.Equal([MergeMethod.Merge, MergeMethod.Rebase], settings.AllowedMergeMethods);
        Assert.Equal(("acme/shop", 42, "main"), (settings.FullName, settings.Id, settings.DefaultBranch.Value));
        Assert.True(settings is { AllowsAutoMerge: true, DeletesBranchOnMerge: true, CanPush: true, IsArchived: false });
    }
}

public class OpenPullRequest
{
    [Fact]
    public async Task IsReadThoughGitHubIsStillComputing()
    {
        using Situation situation = new Situation().On("GET pulls/7", ScriptedAnswer.Json(Bodies.PullRequest()));

        PullRequest pullRequest = await situation.Reader.PullRequests.ReadAsync(7, CancellationToken.None);

        Assert.Equal((7, "ada", PullRequestState.Open), (pullRequest.Number, pullRequest.Author, pullRequest.State));
        Assert.Equal(("hotfix/null-ref", Bodies.Head, "main"), (pullRequest.HeadBranch.Value, pullRequest.HeadSha.Value, pullRequest.BaseBranch.Value));
        Assert.Null(pullRequest.IsMergeable);
        Assert.Null(pullRequest.MergeCommitSha); // the test merge is not the merge
        Assert.Equal(["grace", "acme/on-call"], pullRequest.RequestedReviewers);
    }
}

public class BranchOfTheSameNameInAFork
{
    [Fact]
    public async Task IsNotTheHotfix()
    {
        string list = $"[{Bodies.PullRequest(9, headRepository: 77)},{Bodies.PullRequest(8)},{Bodies.PullRequest(6, branch: "other")}]";
        using Situation situation = new Situation().On("GET pulls", ScriptedAnswer.Json(list));

        IReadOnlyList<PullRequest> found = await situation.Reader.PullRequests.ListAsync(BranchName.Parse("hotfix/null-ref"), CancellationToken.None);

        Assert.Equal([8], found.Select(pullRequest => pullRequest.Number));
        Assert.Equal(
            "/repos/acme/shop/pulls?state=all&head=acme%3Ahotfix%2Fnull-ref&sort=created&direction=desc&per_page=100",
            situation.Server.Requests.Single().Target
        );
    }
}

public class CommitOfTheBaseBranch
{
    [Fact]
    public async Task LeadsToThePullRequestThatBroughtIt()
    {
        string list = $"[{Bodies.PullRequest(9)},{Bodies.MergedPullRequest()}]";
        using Situation situation = new Situation().On($"GET commits/{Bodies.MergeCommit}/pulls", ScriptedAnswer.Json(list));

        PullRequest? found = await situation.Reader.PullRequests.FindOfCommitAsync(CommitSha.Parse(Bodies.MergeCommit), CancellationToken.None);

        Assert.Equal((7, PullRequestState.Merged, Bodies.MergeCommit), (found!.Number, found.State, found.MergeCommitSha!.Value.Value));
    }

    [Fact]
    public async Task ThatGitHubDoesNotHaveLeadsNowhere()
    {
        using Situation situation = new Situation().On($"GET commits/{Bodies.Head}/pulls", new ScriptedAnswer(422, Bodies.Error("No commit found for SHA")));

        PullRequest? found = await situation.Reader.PullRequests.FindOfCommitAsync(CommitSha.Parse(Bodies.Head), CancellationToken.None);

        Assert.Null(found);
    }
}

public class ListInSeveralPages
{
    [Fact]
    public async Task IsReadWholeThoughAnUnknownRelationComesFirst()
    {
        ScriptedAnswer first = ScriptedAnswer
            .Json($"[{Bodies.PullRequest(9)}]")
            .With("Link", "<{host}/docs>; rel=\"deprecation\"")
            .With("Link", "<{host}/repositories/42/pulls?page=2,b>; rel=\"next\", <{host}/repositories/42/pulls?page=2,b>; rel=\"last\"");
        using Situation situation = new Situation().On("GET pulls", first);
        situation.Server.On("GET /repositories/42/pulls?page=2,b", ScriptedAnswer.Json($"[{Bodies.PullRequest(8)}]"));

        IReadOnlyList<PullRequest> found = await situation.Reader.PullRequests.ListAsync(BranchName.Parse("hotfix/null-ref"), CancellationToken.None);

        Assert.Equal([9, 8], found.Select(pullRequest => pullRequest.Number));
    }
}
