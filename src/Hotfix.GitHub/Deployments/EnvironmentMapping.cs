using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.Deployments;

/// <summary>From GitHub's words to ours.</summary>
internal static class EnvironmentMapping
{
    /// <param name="answer">As GitHub described it.</param>
    /// <param name="owner">Owner of the repository, to whom its teams belong.</param>
    /// <param name="policies">The patterns, where the environment takes selected refs only.</param>
    public static GitHubEnvironment ToEnvironment(this EnvironmentAnswer answer, string owner, BranchPoliciesAnswer? policies) =>
        new(answer.Id, answer.Name, answer.HtmlUrl ?? "")
        {
            Reviewers = Names(Rules(answer).SelectMany(rule => rule.Reviewers ?? []), owner),
            PreventsSelfReview = Rules(answer).Any(rule => rule.PreventSelfReview is true),
            WaitTimer = TimeSpan.FromMinutes(Rules(answer).Max(rule => rule.WaitTimer) ?? 0),
            BranchPolicy = answer.DeploymentBranchPolicy switch
            {
                null => null,
                { ProtectedBranches: true } => DeploymentBranchPolicy.Protected,
                _ => new DeploymentBranchPolicy(ProtectedBranchesOnly: false, Patterns(policies, "branch"), Patterns(policies, "tag")),
            },
        };

    public static RunGate ToGate(this GateAnswer answer, string owner) =>
        new(
            answer.Environment.Id,
            answer.Environment.Name,
            Names(answer.Reviewers ?? [], owner),
            answer.CurrentUserCanApprove,
            TimeSpan.FromMinutes(answer.WaitTimer),
            answer.WaitTimer > 0 ? answer.WaitTimerStartedAt : null
        );

    private static IReadOnlyList<EnvironmentAnswer.EnvironmentRuleAnswer> Rules(EnvironmentAnswer answer) => answer.ProtectionRules ?? [];

    private static string[] Names(IEnumerable<EnvironmentAnswer.ReviewerAnswer> reviewers, string owner) =>
        [
            .. reviewers
                .Select(reviewer => reviewer.Reviewer?.Login ?? (reviewer.Reviewer?.Slug is { } slug ? $"{owner}/{slug}" : ""))
                .Where(name => name.Length > 0),
        ];

    private static string[] Patterns(BranchPoliciesAnswer? policies, string type) =>
        [
            .. (policies?.BranchPolicies ?? [])
                .Where(policy => (policy.Type ?? "branch") == type)
                .Select(policy => policy.Name ?? "")
                .Where(name => name.Length > 0),
        ];
}
