namespace Hotfix.GitHub.Rules;

/// <summary>One active rule of <c>GET …/rules/branches/{branch}</c>, organisation rulesets included.</summary>
internal sealed record RuleAnswer(string Type)
{
    public ParametersAnswer? Parameters { get; init; }

    /// <summary>The parameters of the rule types that are read here, together: each type fills its own.</summary>
    internal sealed record ParametersAnswer
    {
        public int? RequiredApprovingReviewCount { get; init; }

        public bool? DismissStaleReviewsOnPush { get; init; }

        public bool? RequireCodeOwnerReview { get; init; }

        public bool? RequireLastPushApproval { get; init; }

        public bool? RequiredReviewThreadResolution { get; init; }

        public IReadOnlyList<string>? AllowedMergeMethods { get; init; }

        public string? MergeMethod { get; init; }

        public bool? StrictRequiredStatusChecksPolicy { get; init; }

        public IReadOnlyList<RequiredCheckAnswer>? RequiredStatusChecks { get; init; }

        public IReadOnlyList<RequiredWorkflowAnswer>? Workflows { get; init; }

        public IReadOnlyList<string>? RequiredDeploymentEnvironments { get; init; }

        public IReadOnlyList<ToolAnswer>? CodeScanningTools { get; init; }
    }

    internal sealed record RequiredWorkflowAnswer(string Path);

    internal sealed record ToolAnswer(string Tool);

    internal sealed record RequiredCheckAnswer(string Context, long? IntegrationId = null);
}
