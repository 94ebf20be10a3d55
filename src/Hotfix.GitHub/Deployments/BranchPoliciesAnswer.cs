namespace Hotfix.GitHub.Deployments;

/// <summary>One page of <c>GET …/deployment-branch-policies</c>.</summary>
internal sealed record BranchPoliciesAnswer(IReadOnlyList<BranchPoliciesAnswer.PolicyAnswer> BranchPolicies)
{
    internal sealed record PolicyAnswer
    {
        public string? Name { get; init; }

        /// <summary><c>branch</c> or <c>tag</c>; older servers know branches only and do not say.</summary>
        public string? Type { get; init; }
    }
}
