using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Octokit;

namespace Hotfix.LocalGitHub.Tests;

public sealed class GraphQLOperations
{
    private const string Readiness = """
        query($owner: String!, $name: String!, $number: Int!) {
          repository(owner: $owner, name: $name) {
            pullRequest(number: $number) { ...state statusCheckRollup { contexts(first: 50) { nodes { __typename ... on CheckRun { name isRequired(pullRequestNumber: $number) } ... on StatusContext { context isRequired(pullRequestNumber: $number) } } } } }
          }
        }
        fragment state on PullRequest { id reviewDecision mergeStateStatus reviewThreads(first: 10) { nodes { isResolved } } mergeQueueEntry { position state headCommit { oid } } autoMergeRequest { mergeMethod } }
        """;

    [Fact]
    public async Task TellWhatAMergeStillNeeds()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.ProtectBranch(Lab.Repository, "main", new BranchProtectionRule { RequiredApprovals = 1, RequiredChecks = [new("build")] });
        PullRequest pull = await lab.OpenAsync("topic");
        await lab.Client("ci").Check.Run.Create("acme", "shop", new NewCheckRun("build", pull.Head.Sha));
        await lab.Client("ci").Repository.Status.Create("acme", "shop", pull.Head.Sha, new NewCommitStatus { Context = "extra", State = CommitState.Success });

        JsonElement seen = await AskAsync(
            lab,
            Readiness,
            new
            {
                owner = "acme",
                name = "shop",
                number = pull.Number,
            }
        );

        JsonElement state = seen.GetProperty("data").GetProperty("repository").GetProperty("pullRequest");
        Assert.Equal(("REVIEW_REQUIRED", "BLOCKED"), (state.GetProperty("reviewDecision").GetString(), state.GetProperty("mergeStateStatus").GetString()));
        Assert.Equal(
            """[{"__typename":"CheckRun","name":"build","isRequired":true},{"__typename":"StatusContext","context":"extra","isRequired":false}]""",
            state.GetProperty("statusCheckRollup").GetProperty("contexts").GetProperty("nodes").GetRawText()
        );
    }

    [Fact]
    public async Task AutoMergeHappensWhenTheLastDemandIsMet()
    {
        await using Lab lab = await Lab.StartAsync();
        await lab.Http("acme").PatchAsJsonAsync("/repos/acme/shop", new { allow_auto_merge = true });
        lab.Server.ProtectBranch(Lab.Repository, "main", new BranchProtectionRule { RequiredApprovals = 1, RequiredChecks = [new("build")] });
        PullRequest pull = await lab.OpenAsync("topic");

        JsonElement armed = await AskAsync(
            lab,
            "mutation($id: ID!) { enablePullRequestAutoMerge(input: {pullRequestId: $id, mergeMethod: SQUASH}) { pullRequest { autoMergeRequest { mergeMethod enabledBy { login } } } } }",
            new { id = pull.NodeId }
        );
        await lab.Client("rita").PullRequest.Review.Create("acme", "shop", pull.Number, new PullRequestReviewCreate { Event = PullRequestReviewEvent.Approve });
        bool early = (await lab.Client("dev").PullRequest.Get("acme", "shop", pull.Number)).Merged;
        await lab.Client("ci").Repository.Status.Create("acme", "shop", pull.Head.Sha, new NewCommitStatus { Context = "build", State = CommitState.Success });

        PullRequest seen = await lab.Client("dev").PullRequest.Get("acme", "shop", pull.Number);
        Assert.Contains("\"mergeMethod\":\"SQUASH\"", armed.GetRawText(), StringComparison.Ordinal);
        Assert.Equal((false, true, "dev"), (early, seen.Merged, seen.MergedBy.Login));
    }

    [Fact]
    public async Task AutoMergeIsRefusedWhereItIsOff()
    {
        await using Lab lab = await Lab.StartAsync();
        PullRequest pull = await lab.OpenAsync("topic");

        JsonElement refused = await AskAsync(
            lab,
            "mutation($id: ID!) { enablePullRequestAutoMerge(input: {pullRequestId: $id}) { clientMutationId } }",
            new { id = pull.NodeId }
        );

        Assert.Equal("Pull request Auto merge is not allowed for this repository", refused.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task QueueMergesTheGroupWhoseChecksPassed()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.AddRuleset(
            Lab.Repository,
            new Ruleset("queue") { Rules = [new RulesetRule.MergeQueueRule(), new RulesetRule.RequiredStatusChecks([new("build")])] }
        );
        PullRequest pull = await lab.OpenAsync("topic");
        await PassAsync(lab, pull.Head.Sha);

        await Assert.ThrowsAsync<PullRequestNotMergeableException>(() =>
            lab.Client("dev").PullRequest.Merge("acme", "shop", pull.Number, new MergePullRequest())
        );
        JsonElement queued = await AskAsync(
            lab,
            "mutation($id: ID!, $head: GitObjectID) { enqueuePullRequest(input: {pullRequestId: $id, expectedHeadOid: $head}) { mergeQueueEntry { position state headCommit { oid } } } }",
            new { id = pull.NodeId, head = pull.Head.Sha }
        );
        JsonElement entry = queued.GetProperty("data").GetProperty("enqueuePullRequest").GetProperty("mergeQueueEntry");
        string group = entry.GetProperty("headCommit").GetProperty("oid").GetString()!;
        await PassAsync(lab, group);

        Assert.Equal((1, "AWAITING_CHECKS"), (entry.GetProperty("position").GetInt32(), entry.GetProperty("state").GetString()));
        Assert.Equal($"{group}\trefs/heads/main", lab.Work.Git(["ls-remote", "origin", "refs/heads/main"]));
        Assert.True((await lab.Client("dev").PullRequest.Get("acme", "shop", pull.Number)).Merged);
        Assert.DoesNotContain("gh-readonly-queue", lab.Work.Git(["ls-remote", "origin"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DraftEndsWhenItIsMarkedAsReady()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.PushBranch("topic", "fix.txt", "fixed\n");
        PullRequest pull = await lab.Client("dev").PullRequest.Create("acme", "shop", new NewPullRequest("Later", "topic", "main") { Draft = true });

        JsonElement marked = await AskAsync(
            lab,
            "mutation($id: ID!) { markPullRequestReadyForReview(input: {pullRequestId: $id}) { pullRequest { isDraft } } }",
            new { id = pull.NodeId }
        );

        Assert.True(pull.Draft);
        Assert.False(marked.GetProperty("data").GetProperty("markPullRequestReadyForReview").GetProperty("pullRequest").GetProperty("isDraft").GetBoolean());
        Assert.False((await lab.Client("dev").PullRequest.Get("acme", "shop", pull.Number)).Draft);
    }

    [Theory]
    [InlineData("{ viewer { login bio } }")]
    [InlineData("mutation { addStar(input: {starrableId: \"PR_1\"}) { clientMutationId } }")]
    public async Task AreAnswered501WhereTheyAreMissing(string query)
    {
        await using Lab lab = await Lab.StartAsync();

        HttpResponseMessage answer = await lab.Http("dev").PostAsJsonAsync("/api/graphql", new { query });

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
    }

    private static Task PassAsync(Lab lab, string sha) =>
        lab.Client("ci").Repository.Status.Create("acme", "shop", sha, new NewCommitStatus { Context = "build", State = CommitState.Success });

    private static async Task<JsonElement> AskAsync(Lab lab, string query, object variables)
    {
        HttpResponseMessage answer = await lab.Http("dev").PostAsJsonAsync("/graphql", new { query, variables });
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
