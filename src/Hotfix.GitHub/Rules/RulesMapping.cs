using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.Rules;

/// <summary>Rulesets and classic protection as one set of demands: of two, the stricter.</summary>
internal static class RulesMapping
{
    private static readonly MergeMethod[] Linear = [MergeMethod.Squash, MergeMethod.Rebase];

    public static BranchRules With(this BranchRules rules, RuleAnswer rule)
    {
        RuleAnswer.ParametersAnswer of = rule.Parameters ?? new RuleAnswer.ParametersAnswer();
        return rule.Type switch
        {
            "pull_request" => rules.WithReviews(of).WithMethods(of.AllowedMergeMethods?.SelectMany(Methods)),
            "required_status_checks" => rules.WithChecks(
                of.RequiredStatusChecks?.Select(check => new RequiredCheck(check.Context, AppOf(check.IntegrationId))),
                of.StrictRequiredStatusChecksPolicy
            ),
            "merge_queue" => rules with { UsesMergeQueue = true, QueueMethod = Methods(of.MergeMethod ?? "").Cast<MergeMethod?>().FirstOrDefault() },
            "required_linear_history" => rules.WithMethods(Linear),
            // They hold a merge back, and what they wait for is not read here: better named than silently left out.
            "workflows" => rules.WithUnreadable($"the required workflow {List(of.Workflows?.Select(workflow => workflow.Path))}"),
            "required_deployments" => rules.WithUnreadable($"the required deployment to {List(of.RequiredDeploymentEnvironments)}"),
            "code_scanning" => rules.WithUnreadable($"the required code scanning by {List(of.CodeScanningTools?.Select(tool => tool.Tool))}"),
            "code_quality" or "copilot_code_review" => rules.WithUnreadable($"the rule {rule.Type.Replace('_', ' ')}"),
            "required_signatures" => rules with { RequiresSignatures = true, NotJudged = [.. rules.NotJudged, "signed commits"] },
            "creation" or "deletion" or "non_fast_forward" => rules, // what is merged here creates, deletes and rewrites no branch of others
            _ => rules with { NotJudged = [.. rules.NotJudged, NameOf(rule.Type)] },
        };
    }

    // Every type that GitHub's description has; a later one is named as GitHub names it.
    private static string NameOf(string type) =>
        type switch
        {
            "update" => "no updates but by those who may bypass it",
            "commit_message_pattern" => "a pattern of commit messages",
            "commit_author_email_pattern" => "a pattern of authors' addresses",
            "committer_email_pattern" => "a pattern of committers' addresses",
            "branch_name_pattern" => "a pattern of branch names",
            "tag_name_pattern" => "a pattern of tag names",
            "file_path_restriction" => "paths that may not change",
            "max_file_path_length" => "a longest path",
            "file_extension_restriction" => "file extensions that may not come in",
            "max_file_size" => "a largest file",
            _ => $"'{type}', which this version does not know",
        };

    private static string List(IEnumerable<string>? names) => string.Join(", ", (names ?? []).DefaultIfEmpty("(GitHub does not say which)"));

    public static BranchRules With(this BranchRules rules, ProtectionAnswer protection)
    {
        ProtectionAnswer.ReviewsAnswer reviews = protection.RequiredPullRequestReviews ?? new ProtectionAnswer.ReviewsAnswer();
        BranchRules stricter = rules.With(protection.RequiredStatusChecks) with
        {
            RequiredApprovals = Math.Max(rules.RequiredApprovals, reviews.RequiredApprovingReviewCount ?? 0),
            RequiresCodeOwners = rules.RequiresCodeOwners || reviews.RequireCodeOwnerReviews is true,
            DismissesStaleReviews = rules.DismissesStaleReviews || reviews.DismissStaleReviews is true,
            RequiresLastPushApproval = rules.RequiresLastPushApproval || reviews.RequireLastPushApproval is true,
            RequiresResolvedConversations = rules.RequiresResolvedConversations || protection.RequiredConversationResolution is { Enabled: true },
        };
        stricter =
            protection.RequiredSignatures is { Enabled: true } && !stricter.RequiresSignatures
                ? stricter with
                {
                    RequiresSignatures = true,
                    NotJudged = [.. stricter.NotJudged, "signed commits"],
                }
                : stricter;
        return protection.RequiredLinearHistory is { Enabled: true } ? stricter.WithMethods(Linear) : stricter;
    }

    /// <summary><c>checks</c> has names with apps; <c>contexts</c>, the older field, the same names without.</summary>
    public static BranchRules With(this BranchRules rules, ProtectionAnswer.ChecksAnswer? required)
    {
        RequiredCheck[] checks = [.. (required?.Checks ?? []).Select(check => new RequiredCheck(check.Context, AppOf(check.AppId)))];
        IEnumerable<RequiredCheck> others = (required?.Contexts ?? [])
            .Where(context => checks.All(check => check.Name != context))
            .Select(context => new RequiredCheck(context));
        return rules.WithChecks(checks.Concat(others), required?.Strict);
    }

    public static BranchRules WithUnreadable(this BranchRules rules, string what) => rules with { Unreadable = [.. rules.Unreadable, what] };

    private static BranchRules WithReviews(this BranchRules rules, RuleAnswer.ParametersAnswer of) =>
        rules with
        {
            RequiredApprovals = Math.Max(rules.RequiredApprovals, of.RequiredApprovingReviewCount ?? 0),
            RequiresCodeOwners = rules.RequiresCodeOwners || of.RequireCodeOwnerReview is true,
            DismissesStaleReviews = rules.DismissesStaleReviews || of.DismissStaleReviewsOnPush is true,
            RequiresLastPushApproval = rules.RequiresLastPushApproval || of.RequireLastPushApproval is true,
            RequiresResolvedConversations = rules.RequiresResolvedConversations || of.RequiredReviewThreadResolution is true,
        };

    private static BranchRules WithChecks(this BranchRules rules, IEnumerable<RequiredCheck>? checks, bool? isStrict) =>
        rules with
        {
            RequiredChecks =
            [
                .. rules.RequiredChecks.Concat(checks ?? []).Distinct().OrderBy(check => check.Name, StringComparer.Ordinal).ThenBy(check => check.AppId),
            ],
            RequiresUpToDateHead = rules.RequiresUpToDateHead || isStrict is true,
        };

    private static BranchRules WithMethods(this BranchRules rules, IEnumerable<MergeMethod>? methods) =>
        methods is null ? rules : rules with { AllowedMergeMethods = [.. methods.Where(method => rules.AllowedMergeMethods?.Contains(method) ?? true)] };

    private static IEnumerable<MergeMethod> Methods(string word) =>
        Enum.TryParse(word, ignoreCase: true, out MergeMethod method) && Enum.IsDefined(method) ? [method] : [];

    /// <summary>GitHub writes -1 (or 0) where any app will do.</summary>
    private static long? AppOf(long? id) => id > 0 ? id : null;
}
