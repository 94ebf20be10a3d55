using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.GraphQL;
using Hotfix.GitHub.Tests.Scripted;

namespace Hotfix.GitHub.Tests;

public class AnswerOfGraphQL
{
    private const string Quiet = """
        {"data":{"repository":{"pullRequest":{"reviewDecision":null,"mergeStateStatus":"SOMETHING_NEW","isMergeQueueEnabled":false,"viewerCanEnableAutoMerge":false,"viewerCanUpdateBranch":true,
         "reviewThreads":{"nodes":[null,{"isResolved":false,"path":"a.cs","comments":{"nodes":[]} }]},"reviewRequests":{"nodes":[{"asCodeOwner":true,"requestedReviewer":{"__typename":"Team","combinedSlug":"acme/core"} },
         {"asCodeOwner":true,"requestedReviewer":null},{"asCodeOwner":false,"requestedReviewer":{"__typename":"User","login":"ada"} }]},"mergeQueueEntry":null,"timelineItems":{"nodes":[]},"unknownField":1} } } }
        """;

    [Fact]
    public async Task IsReadWithWhatIsMissingAndWhatIsNew()
    {
        using Situation situation = new Situation();
        situation.Server.On("POST /graphql", ScriptedAnswer.Json(Quiet));

        MergeDetail detail = await situation.Reader.MergeDetails.ReadAsync(await PullRequestAsync(situation), isRefresh: false, CancellationToken.None);

        Assert.Equal(("something_new", null, true), (detail.MergeState, detail.ReviewVerdict, detail.CanUpdateBranch));
        Assert.Equal([new ReviewConversation("ghost", "a.cs", "")], detail.Unresolved);
        Assert.Equal(["acme/core"], detail.AwaitedCodeOwners);
    }

    [Theory]
    [InlineData("FORBIDDEN", "HF3004")]
    [InlineData("INSUFFICIENT_SCOPES", "HF3004")]
    [InlineData("NOT_FOUND", "HF3008")]
    [InlineData("UNPROCESSABLE", "HF3060")]
    [InlineData("SOMETHING_NEW", "HF3060")]
    public async Task ThatRefusesHasACodeAndGitHubsOwnWords(string type, string code)
    {
        using Situation situation = new Situation();
        PullRequest open = await PullRequestAsync(situation);
        situation.Server.On("POST /graphql", ScriptedAnswer.Json($$"""{"data":null,"errors":[{"type":"{{type}}","message":"GitHub's words"}]}"""));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() =>
            situation.Reader.MergeDetails.ReadAsync(open, isRefresh: false, CancellationToken.None)
        );

        Assert.Equal(code, error.Code);
        Assert.Contains($"GraphQL: GitHub's words ({type})", error.Refusal.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithErrorsBesideItsDataIsKeptAndSaidOnce()
    {
        using Situation situation = new Situation();
        PullRequest open = await PullRequestAsync(situation);
        const string Errors =
            """,  "errors":[{"type":"FORBIDDEN","path":["repository","pullRequest","teamRequests","nodes",1,"requestedReviewer"],"locations":[{"line":12,"column":90}],"message":"Resource not accessible by integration"}]}""";
        situation.Server.On("POST /graphql", ScriptedAnswer.Json(Quiet.TrimEnd()[..^1] + Errors));

        MergeDetail detail = await situation.Reader.MergeDetails.ReadAsync(open, isRefresh: false, CancellationToken.None);
        await situation.Reader.MergeDetails.ReadAsync(open, isRefresh: true, CancellationToken.None);

        Assert.Equal(["acme/core"], detail.AwaitedCodeOwners);
        Assert.Contains("that part is not known: Resource not accessible by integration", Assert.Single(situation.Notices), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("teamRequests", "\"type\":\"INSUFFICIENT_SCOPES\",")]
    [InlineData("mergeQueueEntry", "")]
    public async Task ThatRefusesAPartIsAskedForAgainWithoutIt(string part, string type)
    {
        int line = 1 + Array.FindIndex(GraphDocuments.MergeDetail.Split('\n'), text => text.Contains(part, StringComparison.Ordinal));
        using Situation situation = new Situation();
        PullRequest open = await PullRequestAsync(situation);
        situation.Server.On(
            "POST /graphql",
            ScriptedAnswer.Json($$"""{"errors":[{ {{type}}"message":"not that","locations":[{"line":{{line}},"column":15}]}]}"""),
            ScriptedAnswer.Json(Quiet)
        );

        MergeDetail detail = await situation.Reader.MergeDetails.ReadAsync(open, isRefresh: false, CancellationToken.None);
        await situation.Reader.MergeDetails.ReadAsync(open, isRefresh: true, CancellationToken.None);

        Assert.Equal("something_new", detail.MergeState);
        Assert.Equal(
            [true, false, false],
            situation
                .Server.Requests.Where(request => request.Body.Contains("MergeDetail", StringComparison.Ordinal))
                .Select(request => request.Body.Contains(part, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task ThatIsLimitedIsWaitedForAlthoughItIsA200()
    {
        using Situation situation = new Situation();
        PullRequest open = await PullRequestAsync(situation);
        ScriptedAnswer limited = ScriptedAnswer
            .Json("""{"errors":[{"type":"RATE_LIMITED","message":"API rate limit exceeded"}]}""")
            .With("X-RateLimit-Remaining", "0")
            .With("X-RateLimit-Reset", "1767261720")
            .With("Date", "Thu, 01 Jan 2026 10:00:00 GMT");
        situation.Server.On("POST /graphql", limited, ScriptedAnswer.Json(Quiet));

        await situation.Reader.MergeDetails.ReadAsync(open, isRefresh: false, CancellationToken.None);

        Assert.Equal([TimeSpan.FromSeconds(121)], situation.Clock.Waits);
    }

    [Fact]
    public async Task ThatBreaksOffIsAskedForAgainSinceAQueryChangesNothing()
    {
        using Situation situation = new Situation();
        PullRequest open = await PullRequestAsync(situation);
        situation.Server.On("POST /graphql", ScriptedAnswer.Json(Quiet) with { IsTruncated = true }, new ScriptedAnswer(502), ScriptedAnswer.Json(Quiet));

        await situation.Reader.MergeDetails.ReadAsync(open, isRefresh: false, CancellationToken.None);

        Assert.Equal(3, situation.Server.Count("POST /graphql"));
    }

    [Fact]
    public async Task ToAMutationIsNotAskedForTwice()
    {
        using Situation situation = new Situation().On("GET pulls/7", ScriptedAnswer.Json(Bodies.PullRequest()));
        situation.Server.On(
            "POST /graphql",
            ScriptedAnswer.Json("""{"data":null,"errors":[{"type":"UNPROCESSABLE","message":"Pull request Auto merge is not allowed for this repository"}]}""")
        );

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() =>
            situation.Writer.ApplyAsync(new PlanStep.ArmAutoMerge(7, "PR_7", CommitSha.Parse(Bodies.Head), MergeMethod.Merge), CancellationToken.None)
        );

        Assert.Equal(("HF3060", 1), (error.Code, situation.Server.Count("POST /graphql")));
    }

    private static async Task<PullRequest> PullRequestAsync(Situation situation) =>
        await situation.On("GET pulls/7", ScriptedAnswer.Json(Bodies.PullRequest())).Reader.PullRequests.ReadAsync(7, CancellationToken.None);
}
