using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.GitHub.Tests.Scripted;

namespace Hotfix.GitHub.Tests;

public class NewPullRequest
{
    private const string Evidence = "#7 https://github.test/acme/shop/pull/7";

    private static readonly string Fresh = Bodies
        .PullRequest()
        .Replace("""[{"name":"hotfix"}]""", "[]", StringComparison.Ordinal)
        .Replace("""[{"login":"grace"}]""", "[]", StringComparison.Ordinal)
        .Replace("""[{"slug":"on-call"}]""", "[]", StringComparison.Ordinal);

    [Fact]
    public async Task IsOpenedThenLabelledThenShownToReviewers()
    {
        using Situation situation = new Situation()
            .On("POST pulls", new ScriptedAnswer(201, Fresh))
            .On("POST issues/7/labels", ScriptedAnswer.Json("""[{"id":1,"name":"hotfix"}]"""))
            .On("POST pulls/7/requested_reviewers", new ScriptedAnswer(201, Fresh));

        Outcome outcome = await situation.Writer.ApplyAsync(Steps.Open, CancellationToken.None);

        Assert.Equal(new Outcome(Steps.Open, Evidence), outcome);
        Assert.Equal(3, situation.Server.Requests.Count);
        Assert.Equal(
            """{"title":"Hotfix: null ref","head":"hotfix/null-ref","base":"main","body":"Why.","draft":false}""",
            situation.Server.Requests[0].Body,
            JsonComparer.Instance
        );
        Assert.Equal("""{"labels":["hotfix"]}""", situation.Server.Requests[1].Body, JsonComparer.Instance);
        Assert.Equal("""{"reviewers":["grace"],"team_reviewers":["on-call"]}""", situation.Server.Requests[2].Body, JsonComparer.Instance);
    }

    [Fact]
    public async Task WhoseAnswerIsLostIsFoundInTheList()
    {
        using Situation situation = new Situation()
            .On("POST pulls", new ScriptedAnswer(201) { IsReset = true })
            .On("GET pulls", ScriptedAnswer.Json($"[{Bodies.PullRequest()}]"));

        Outcome outcome = await situation.Writer.ApplyAsync(Steps.Open, CancellationToken.None);

        Assert.Equal(new Outcome(Steps.Open, Evidence, WasFound: true), outcome);
        Assert.Equal(1, situation.Count("POST"));
    }

    [Fact]
    public async Task ThatExistsIsAdopted()
    {
        string closed = Bodies.PullRequest(6, state: "closed");
        using Situation situation = new Situation()
            .On("POST pulls", new ScriptedAnswer(422, Bodies.Error("Validation Failed", """[{"code":"custom","message":"A pull request already exists"}]""")))
            .On("GET pulls", ScriptedAnswer.Json($"[{closed},{Bodies.PullRequest()}]"));

        Outcome outcome = await situation.Writer.ApplyAsync(Steps.Open, CancellationToken.None);

        Assert.Equal((Evidence, true), (outcome.Evidence, outcome.WasFound));
    }

    [Fact]
    public async Task ThatActionsMayNotOpenNamesTheSetting()
    {
        using Situation situation = new Situation().On(
            "POST pulls",
            new ScriptedAnswer(403, Bodies.Error("GitHub Actions is not permitted to create or approve pull requests."))
        );

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Writer.ApplyAsync(Steps.Open, CancellationToken.None));

        Assert.Equal("HF3072", error.Code);
        Assert.Contains("Allow GitHub Actions to create and approve pull requests", error.Refusal.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThatExistsAtAnotherHeadIsAnError()
    {
        using Situation situation = new Situation()
            .On("POST pulls", new ScriptedAnswer(422, Bodies.Error("Validation Failed")))
            .On("GET pulls", ScriptedAnswer.Json($"[{Bodies.PullRequest(head: Bodies.OtherHead)}]"));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Writer.ApplyAsync(Steps.Open, CancellationToken.None));

        Assert.Equal("HF3010", error.Code);
    }

    [Fact]
    public async Task ThatGitHubDoesNotAcceptKeepsItsReasons()
    {
        using Situation situation = new Situation()
            .On("POST pulls", new ScriptedAnswer(422, Bodies.Error("Validation Failed", """[{"message":"No commits between main and hotfix/null-ref"}]""")))
            .On("GET pulls", ScriptedAnswer.Json("[]"));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Writer.ApplyAsync(Steps.Open, CancellationToken.None));

        Assert.Equal(("HF3012", "HTTP 422: Validation Failed; No commits between main and hotfix/null-ref"), (error.Code, error.Refusal.Why));
    }

    [Fact]
    public async Task WithAReviewerWhoCannotBeAskedAsksTheOthers()
    {
        var refusal = new ScriptedAnswer(422, Bodies.Error("Reviews may only be requested from collaborators"));
        using Situation situation = new Situation().On("POST pulls/7/requested_reviewers", refusal, new ScriptedAnswer(201, Bodies.PullRequest()), refusal);

        Outcome outcome = await situation.Writer.ApplyAsync(new PlanStep.RequestReviewers(7, ["grace", "stranger"]), CancellationToken.None);

        Assert.Equal("#7: grace, stranger; stranger not asked (HTTP 422: Reviews may only be requested from collaborators)", outcome.Evidence);
    }

    [Fact]
    public async Task WhoseAuthorIsNamedAsReviewerSaysSo()
    {
        var step = new PlanStep.OpenPullRequest(Steps.Open.Draft with { Reviewers = ["Ada"], Labels = [] });
        using Situation situation = new Situation().On("POST pulls", new ScriptedAnswer(201, Fresh));

        Outcome outcome = await situation.Writer.ApplyAsync(step, CancellationToken.None);

        Assert.Equal($"{Evidence}; Ada not asked (the author cannot review)", outcome.Evidence);
    }
}

public class TextOfAPullRequest
{
    private static readonly PlanStep.UpdatePullRequestBody Step = new(7, Core.Refs.CommitSha.Parse(Bodies.Head), "New\ntext");

    [Fact]
    public async Task IsReplaced()
    {
        using Situation situation = new Situation()
            .On("GET pulls/7", ScriptedAnswer.Json(Bodies.PullRequest()))
            .On("PATCH pulls/7", ScriptedAnswer.Json(Bodies.PullRequest()));

        Outcome outcome = await situation.Writer.ApplyAsync(Step, CancellationToken.None);

        Assert.False(outcome.WasFound);
        Assert.Equal("""{"body":"New\ntext"}""", situation.Server.Requests[^1].Body, JsonComparer.Instance);
    }

    [Fact]
    public async Task ThatIsThereAlreadyIsLeft()
    {
        string there = Bodies.PullRequest().Replace("\"body\":null", "\"body\":\"New\\r\\ntext\"", StringComparison.Ordinal);
        using Situation situation = new Situation().On("GET pulls/7", ScriptedAnswer.Json(there));

        Outcome outcome = await situation.Writer.ApplyAsync(Step, CancellationToken.None);

        Assert.True(outcome.WasFound);
    }

    [Fact]
    public async Task OfAnotherHeadIsLeft()
    {
        using Situation situation = new Situation().On("GET pulls/7", ScriptedAnswer.Json(Bodies.PullRequest(head: Bodies.OtherHead)));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Writer.ApplyAsync(Step, CancellationToken.None));

        Assert.Equal(("HF3010", 1), (error.Code, situation.Server.Requests.Count));
    }
}
