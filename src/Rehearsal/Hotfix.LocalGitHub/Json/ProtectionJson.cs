using System.Text.Json.Nodes;

namespace Hotfix.LocalGitHub.Json;

/// <summary>Classic branch protection.</summary>
internal static class ProtectionJson
{
    public static JsonObject Of(BranchProtectionRule rule, string branch, Viewpoint view)
    {
        string api = $"{view.Api}/branches/{Uri.EscapeDataString(branch)}/protection";
        JsonObject Flag(bool enabled) => new() { ["enabled"] = enabled };
        var body = new JsonObject { ["url"] = api };
        if (rule.RequiredChecks.Count > 0)
            body["required_status_checks"] = Checks(rule, api);

        if (rule.RequiredApprovals is { } approvals)
            body["required_pull_request_reviews"] = Reviews(rule, approvals, api);

        body["required_signatures"] = new JsonObject { ["url"] = $"{api}/required_signatures", ["enabled"] = rule.RequireSignatures };
        body["enforce_admins"] = new JsonObject { ["url"] = $"{api}/enforce_admins", ["enabled"] = rule.EnforceAdmins };
        body["required_conversation_resolution"] = Flag(rule.RequireConversationResolution);
        foreach (
            string name in (string[])
                ["required_linear_history", "allow_force_pushes", "allow_deletions", "block_creations", "lock_branch", "allow_fork_syncing"]
        )
        {
            body[name] = Flag(enabled: false);
        }

        return body;
    }

    /// <summary>The summary inside a branch.</summary>
    public static JsonObject Summary(BranchProtectionRule? rule) =>
        new()
        {
            ["enabled"] = rule is not null,
            ["required_status_checks"] = new JsonObject
            {
                ["enforcement_level"] =
                    rule is null || rule.RequiredChecks.Count == 0 ? "off"
                    : rule.EnforceAdmins ? "everyone"
                    : "non_admins",
                ["contexts"] = Contexts(rule?.RequiredChecks ?? []),
                ["checks"] = Entries(rule?.RequiredChecks ?? []),
            },
        };

    private static JsonObject Checks(BranchProtectionRule rule, string api) =>
        new()
        {
            ["url"] = $"{api}/required_status_checks",
            ["strict"] = rule.Strict,
            ["contexts"] = Contexts(rule.RequiredChecks),
            ["contexts_url"] = $"{api}/required_status_checks/contexts",
            ["checks"] = Entries(rule.RequiredChecks),
        };

    private static JsonObject Reviews(BranchProtectionRule rule, int approvals, string api) =>
        new()
        {
            ["url"] = $"{api}/required_pull_request_reviews",
            ["dismiss_stale_reviews"] = rule.DismissStaleReviews,
            ["require_code_owner_reviews"] = rule.RequireCodeOwnerReviews,
            ["require_last_push_approval"] = rule.RequireLastPushApproval,
            ["required_approving_review_count"] = approvals,
        };

    private static JsonArray Contexts(IEnumerable<RequiredStatusCheck> checks) => JsonText.Array(checks.Select(check => JsonValue.Create(check.Context)));

    private static JsonArray Entries(IEnumerable<RequiredStatusCheck> checks) =>
        JsonText.Array(checks.Select(check => new JsonObject { ["context"] = check.Context, ["app_id"] = check.AppId }));
}
