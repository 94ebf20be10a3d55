namespace Hotfix.GitHub.Deployments;

/// <summary>The fields of REST's <c>environment</c> that are read here; a run's gate mentions it without its rules.</summary>
internal sealed record EnvironmentAnswer(long Id, string Name)
{
    public string? HtmlUrl { get; init; }

    public IReadOnlyList<EnvironmentRuleAnswer>? ProtectionRules { get; init; }

    public RefPolicyAnswer? DeploymentBranchPolicy { get; init; }

    internal sealed record EnvironmentRuleAnswer(string Type)
    {
        public int? WaitTimer { get; init; }

        public bool? PreventSelfReview { get; init; }

        public IReadOnlyList<ReviewerAnswer>? Reviewers { get; init; }
    }

    internal sealed record ReviewerAnswer(string? Type, NamedAnswer? Reviewer);

    /// <summary>A user has a login, a team a slug.</summary>
    internal sealed record NamedAnswer
    {
        public string? Login { get; init; }

        public string? Slug { get; init; }
    }

    internal sealed record RefPolicyAnswer(bool ProtectedBranches, bool CustomBranchPolicies);
}
