namespace Hotfix.LocalGitHub;

/// <summary>One rule of a <see cref="Ruleset"/>; the kinds that GitHub calls <c>pull_request</c>, <c>required_status_checks</c> and so on.</summary>
public abstract record RulesetRule
{
    private RulesetRule() { }

    /// <summary>Changes only through a pull request.</summary>
    public sealed record PullRequest : RulesetRule
    {
        /// <summary>Approvals needed; 0 to 10.</summary>
        public int RequiredApprovals { get; init; }

        /// <summary>A push dismisses earlier approvals.</summary>
        public bool DismissStaleReviews { get; init; }

        /// <summary>An owner of each changed file that CODEOWNERS gives one must approve.</summary>
        public bool RequireCodeOwnerReview { get; init; }

        /// <summary>Somebody other than the last pusher must approve after the last push.</summary>
        public bool RequireLastPushApproval { get; init; }

        /// <summary>Every review thread must be resolved.</summary>
        public bool RequireConversationResolution { get; init; }

        /// <summary><c>merge</c>, <c>squash</c>, <c>rebase</c>; all of them unless set.</summary>
        public IReadOnlyList<string> AllowedMergeMethods { get; init; } = ["merge", "squash", "rebase"];
    }

    /// <summary>These checks must be green on the head.</summary>
    /// <param name="Checks">At least one.</param>
    /// <param name="Strict">The head must also contain the base's tip.</param>
    public sealed record RequiredStatusChecks(IReadOnlyList<RequiredStatusCheck> Checks, bool Strict = false) : RulesetRule;

    /// <summary>Merges go through a queue.</summary>
    /// <param name="MergeMethod"><c>MERGE</c>, <c>SQUASH</c> or <c>REBASE</c>.</param>
    public sealed record MergeQueueRule(string MergeMethod = "MERGE") : RulesetRule;

    /// <summary>Every commit that comes in must carry a signature by a known key (<see cref="LocalGitHubServer.AddSigningKey"/>).</summary>
    public sealed record RequiredSignatures : RulesetRule;

    /// <summary>A matching ref cannot be rewritten.</summary>
    public sealed record NonFastForward : RulesetRule;

    /// <summary>A matching ref cannot be deleted.</summary>
    public sealed record Deletion : RulesetRule;

    /// <summary>A matching ref cannot be moved.</summary>
    public sealed record Update : RulesetRule;

    /// <summary>A matching ref cannot be created.</summary>
    public sealed record Creation : RulesetRule;
}
