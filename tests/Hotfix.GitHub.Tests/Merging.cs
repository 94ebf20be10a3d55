using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.GitHub.Tests.Scripted;

namespace Hotfix.GitHub.Tests;

public class MergeAnswer
{
    private static readonly ScriptedAnswer Merged = ScriptedAnswer.Json(
        $$"""{"sha":"{{Bodies.MergeCommit}}","merged":true,"message":"Pull Request successfully merged"}"""
    );

    [Fact]
    public async Task ThatArrivesHasTheMergeCommit()
    {
        using Situation situation = new Situation()
            .On("PUT pulls/7/merge", Merged)
            .On("GET pulls/7", ScriptedAnswer.Json(Bodies.PullRequest()), ScriptedAnswer.Json(Bodies.MergedPullRequest()));

        Outcome outcome = await situation.Writer.ApplyAsync(Steps.Merge, CancellationToken.None);

        Assert.Equal(new Outcome(Steps.Merge, Bodies.MergeCommit), outcome);
        Assert.Equal(
            $$"""{"sha":"{{Bodies.Head}}","commit_title":"Hotfix: null ref (#7)","merge_method":"squash"}""",
            situation.Server.Requests[0].Body,
            JsonComparer.Instance
        );
    }

    [Fact]
    public async Task ThatArrivesCountsThoughTheLookAfterItFails()
    {
        using Situation situation = new Situation().On("PUT pulls/7/merge", Merged).On("GET pulls/7", new ScriptedAnswer(500));

        Outcome outcome = await situation.Writer.ApplyAsync(Steps.Merge, CancellationToken.None);

        Assert.Equal(new Outcome(Steps.Merge, Bodies.MergeCommit), outcome);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(0)]
    public async Task ThatIsLostIsLookedFor(int status)
    {
        ScriptedAnswer lost = status == 0 ? new ScriptedAnswer(200) { IsReset = true } : new ScriptedAnswer(status, "<html>", "text/html");
        using Situation situation = new Situation().On("PUT pulls/7/merge", lost).On("GET pulls/7", ScriptedAnswer.Json(Bodies.MergedPullRequest()));

        Outcome outcome = await situation.Writer.ApplyAsync(Steps.Merge, CancellationToken.None);

        Assert.Equal(new Outcome(Steps.Merge, Bodies.MergeCommit, WasFound: true), outcome);
        Assert.Equal(1, situation.Count("PUT"));
    }

    [Fact]
    public async Task ThatIsLostBeforeTheMergeIsAskedForAgain()
    {
        using Situation situation = new Situation()
            .On("PUT pulls/7/merge", new ScriptedAnswer(503), Merged)
            .On("GET pulls/7", ScriptedAnswer.Json(Bodies.PullRequest()));

        Outcome outcome = await situation.Writer.ApplyAsync(Steps.Merge, CancellationToken.None);

        Assert.Equal((Bodies.MergeCommit, false, 2), (outcome.Evidence, outcome.WasFound, situation.Count("PUT")));
    }

    [Fact]
    public async Task ThatIsLostWhileAnotherHeadWasMergedIsAnError()
    {
        using Situation situation = new Situation()
            .On("PUT pulls/7/merge", new ScriptedAnswer(502))
            .On("GET pulls/7", ScriptedAnswer.Json(Bodies.MergedPullRequest(Bodies.OtherHead)));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Writer.ApplyAsync(Steps.Merge, CancellationToken.None));

        Assert.Equal("HF3010", error.Code);
    }

    [Fact]
    public async Task ThatStaysLostLeavesTheDoubt()
    {
        using Situation situation = new Situation()
            .On("PUT pulls/7/merge", new ScriptedAnswer(502))
            .On("GET pulls/7", ScriptedAnswer.Json(Bodies.PullRequest()));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Writer.ApplyAsync(Steps.Merge, CancellationToken.None));

        Assert.Equal(("HF3014", 3), (error.Code, situation.Count("PUT")));
        Assert.Contains("whether it was done is not known", error.Refusal.What, StringComparison.Ordinal);
    }
}

public class RefusedMerge
{
    [Fact]
    public async Task SaysWhyInGitHubsWords()
    {
        using Situation situation = new Situation()
            .On("PUT pulls/7/merge", new ScriptedAnswer(405, Bodies.Error("At least 1 approving review is required")))
            .On("GET pulls/7", ScriptedAnswer.Json(Bodies.PullRequest()));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Writer.ApplyAsync(Steps.Merge, CancellationToken.None));

        Assert.Equal(("HF3009", "HTTP 405: At least 1 approving review is required (mergeable_state: unknown)"), (error.Code, error.Refusal.Why));
        Assert.Equal(1, situation.Count("PUT"));
    }

    [Fact]
    public async Task BecauseTheHeadMovedNamesBoth()
    {
        using Situation situation = new Situation()
            .On("PUT pulls/7/merge", new ScriptedAnswer(409, Bodies.Error("Head branch was modified")))
            .On("GET pulls/7", ScriptedAnswer.Json(Bodies.PullRequest(head: Bodies.OtherHead)));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Writer.ApplyAsync(Steps.Merge, CancellationToken.None));

        Assert.Equal(("HF3010", $"Its head is {Bodies.OtherHead}; the plan expected {Bodies.Head}."), (error.Code, error.Refusal.Why));
    }

    [Fact]
    public async Task BecauseItIsMergedAlreadyIsDone()
    {
        using Situation situation = new Situation()
            .On("PUT pulls/7/merge", new ScriptedAnswer(405, Bodies.Error("Pull Request is not mergeable")))
            .On("GET pulls/7", ScriptedAnswer.Json(Bodies.MergedPullRequest()));

        Outcome outcome = await situation.Writer.ApplyAsync(Steps.Merge, CancellationToken.None);

        Assert.Equal((Bodies.MergeCommit, true), (outcome.Evidence, outcome.WasFound));
    }
}
