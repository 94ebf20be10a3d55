using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Tests.Scripted;

namespace Hotfix.GitHub.Tests;

public class BranchWithRulesetsAndProtection
{
    [Fact]
    public async Task DemandsTheStricterOfBoth()
    {
        const string Rulesets = """
            [{"type":"deletion","ruleset_source_type":"Organization","ruleset_id":1},
             {"type":"pull_request","parameters":{"required_approving_review_count":1,"dismiss_stale_reviews_on_push":true,"require_code_owner_review":false,
              "require_last_push_approval":false,"required_review_thread_resolution":true,"allowed_merge_methods":["squash","merge","cherry"]}},
             {"type":"required_status_checks","parameters":{"strict_required_status_checks_policy":false,"required_status_checks":[{"context":"build","integration_id":15368},{"context":"lint"}]}},
             {"type":"required_linear_history"},{"type":"merge_queue","parameters":{"merge_method":"SQUASH"}},{"type":"workflows","parameters":{"workflows":[{"path":".github/workflows/audit.yml","repository_id":7}]}},
             {"type":"required_deployments","parameters":{"required_deployment_environments":["staging","canary"]}},{"type":"code_scanning","parameters":{"code_scanning_tools":[{"tool":"CodeQL"}]}}]
            """;
        const string Protection = """
            {"url":"x","required_status_checks":{"strict":true,"contexts":["build","old"],"checks":[{"context":"build","app_id":-1}]},
             "required_pull_request_reviews":{"required_approving_review_count":2,"dismiss_stale_reviews":false,"require_code_owner_reviews":true,"require_last_push_approval":true},
             "required_conversation_resolution":{"enabled":false},"required_linear_history":{"enabled":false},"enforce_admins":{"url":"x","enabled":true},"lock_branch":{"enabled":false}}
            """;
        using Situation situation = new Situation()
            .On("GET rules/branches/support/1.4", ScriptedAnswer.Json(Rulesets))
            .On("GET branches/support/1.4", ScriptedAnswer.Json("""{"name":"support/1.4","protected":true,"protection":{"enabled":true} }"""))
            .On("GET branches/support/1.4/protection", ScriptedAnswer.Json(Protection));

        BranchRules rules = await situation.Reader.Rules.ReadAsync(BranchName.Parse("support/1.4"), CancellationToken.None);

        Assert.Equal(
            [new RequiredCheck("build"), new RequiredCheck("build", 15368), new RequiredCheck("lint"), new RequiredCheck("old")],
            rules.RequiredChecks
        );
        Assert.Equal([MergeMethod.Squash], rules.AllowedMergeMethods);
        Assert.Equal(
            ["the required workflow .github/workflows/audit.yml", "the required deployment to staging, canary", "the required code scanning by CodeQL"],
            rules.Unreadable
        );
        Assert.Equal(2, rules.RequiredApprovals);
        Assert.True(rules.RequiresCodeOwners && rules.DismissesStaleReviews && rules.RequiresLastPushApproval);
        Assert.True(rules.RequiresResolvedConversations && rules.RequiresUpToDateHead && rules.UsesMergeQueue);
    }
}

public class ProtectionThatThisCredentialMayNotSee
{
    private const string Branch =
        """{"name":"main","protected":true,"protection":{"enabled":true,"required_status_checks":{"enforcement_level":"non_admins","contexts":["build"],"checks":[{"context":"build","app_id":15368}]}}}""";

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task IsNamedAndItsChecksAreReadFromTheBranch(int status)
    {
        using Situation situation = new Situation()
            .On("GET rules/branches/main", ScriptedAnswer.Json("[]"))
            .On("GET branches/main", ScriptedAnswer.Json(Branch))
            .On("GET branches/main/protection", new ScriptedAnswer(status, Bodies.Error("Not Found")));

        BranchRules rules = await situation.Reader.Rules.ReadAsync(BranchName.Parse("main"), CancellationToken.None);

        Assert.Equal([new RequiredCheck("build", 15368)], rules.RequiredChecks);
        Assert.Equal(["classic protection of main"], rules.Unreadable);
    }
}

public class BranchWithoutRules
{
    [Fact]
    public async Task DemandsNothingAndTakesTwoRequests()
    {
        using Situation situation = new Situation()
            .On("GET rules/branches/main", ScriptedAnswer.Json("[]"))
            .On("GET branches/main", ScriptedAnswer.Json("""{"name":"main","protected":false,"protection":{"enabled":false} }"""));

        BranchRules rules = await situation.Reader.Rules.ReadAsync(BranchName.Parse("main"), CancellationToken.None);

        Assert.Empty(rules.RequiredChecks);
        Assert.Empty(rules.Unreadable);
        Assert.Null(rules.AllowedMergeMethods);
        Assert.Equal(2, situation.Server.Requests.Count);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task WhereRulesetsCannotBeReadSaysSo(int status)
    {
        using Situation situation = new Situation()
            .On("GET rules/branches/main", new ScriptedAnswer(status, Bodies.Error("Upgrade to GitHub Pro")))
            .On("GET branches/main", ScriptedAnswer.Json("""{"name":"main","protected":false}"""));

        BranchRules rules = await situation.Reader.Rules.ReadAsync(BranchName.Parse("main"), CancellationToken.None);

        Assert.Equal(["rulesets for main"], rules.Unreadable);
    }
}

public class PullRequestWithReviews
{
    [Fact]
    public async Task ListsSubmittedOnesOldestFirst()
    {
        const string First = """
            [{"user":{"login":"grace"},"state":"APPROVED","submitted_at":"2026-01-03T09:00:00Z","commit_id":"1111111111111111111111111111111111111111","author_association":"MEMBER"},
             {"user":null,"state":"CHANGES_REQUESTED","submitted_at":"2026-01-02T09:00:00Z","commit_id":null,"author_association":"MANNEQUIN"},
             {"user":{"login":"ada"},"state":"PENDING","author_association":"OWNER"}]
            """;
        const string Second = """[{"user":{"login":"eve"},"state":"SOMETHING_NEW","submitted_at":"2026-01-04T09:00:00Z","author_association":"CONTRIBUTOR"}]""";
        using Situation situation = new Situation().On("GET pulls/7/reviews", ScriptedAnswer.Json(First).With("Link", "<{host}/second>; rel=\"next\""));
        situation.Server.On("GET /second", ScriptedAnswer.Json(Second));
        situation.Server.On(
            "POST /graphql",
            ScriptedAnswer.Json(
                """{"data":{"repository":{"pullRequest":{"reviews":{"nodes":[{"authorCanPushToRepository":true,"author":{"__typename":"User","login":"grace"}},null]}}}}}"""
            )
        );
        situation.On("GET collaborators/ghost/permission", new ScriptedAnswer(404, """{"message":"Not Found"}"""));

        IReadOnlyList<Review> reviews = await situation.Reader.Reviews.ListAsync(7, CancellationToken.None);

        Assert.Equal(
            [("ghost", ReviewDecision.ChangesRequested, false), ("grace", ReviewDecision.Approved, true), ("eve", ReviewDecision.Commented, false)],
            reviews.Select(review => (review.Author, review.Decision, review.CanWrite))
        );
        Assert.Equal([null, CommitSha.Parse(Bodies.Head), null], reviews.Select(review => review.Commit));
    }
}

/// <summary>What is not judged here is named, never "a rule that is not visible".</summary>
public class BranchWithRulesThatAreNotJudged
{
    [Theory]
    [InlineData("required_signatures", "signed commits")]
    [InlineData("update", "no updates but by those who may bypass it")]
    [InlineData("commit_message_pattern", "a pattern of commit messages")]
    [InlineData("commit_author_email_pattern", "a pattern of authors' addresses")]
    [InlineData("committer_email_pattern", "a pattern of committers' addresses")]
    [InlineData("branch_name_pattern", "a pattern of branch names")]
    [InlineData("file_path_restriction", "paths that may not change")]
    [InlineData("max_file_path_length", "a longest path")]
    [InlineData("file_extension_restriction", "file extensions that may not come in")]
    [InlineData("max_file_size", "a largest file")]
    [InlineData("of_next_year", "'of_next_year', which this version does not know")]
    public async Task NamesThemAndStillHasNoRules(string type, string name)
    {
        using Situation situation = new Situation()
            .On("GET rules/branches/main", ScriptedAnswer.Json($$"""[{"type":"{{type}}"}]"""))
            .On("GET branches/main", ScriptedAnswer.Json("""{"name":"main","protected":false,"protection":{"enabled":false} }"""));

        BranchRules rules = await situation.Reader.Rules.ReadAsync(BranchName.Parse("main"), CancellationToken.None);

        Assert.Equal([name], rules.NotJudged);
        Assert.True(rules.IsNone);
    }
}
