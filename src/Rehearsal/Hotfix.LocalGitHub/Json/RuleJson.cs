using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Json;

/// <summary>Rulesets and the rules in them.</summary>
internal static class RuleJson
{
    public static JsonObject Ruleset(StoredRuleset stored, bool withRules, Viewpoint view)
    {
        Ruleset ruleset = stored.Ruleset;
        string api = $"{view.Api}/rulesets/{stored.Id}";
        var body = new JsonObject
        {
            ["id"] = stored.Id,
            ["name"] = ruleset.Name,
            ["target"] = ruleset.ForTags ? "tag" : "branch",
            ["source_type"] = "Repository",
            ["source"] = view.Repository.FullName,
            ["enforcement"] = "active",
            ["node_id"] = $"RRS_{stored.Id}",
            ["_links"] = new JsonObject { ["self"] = JsonText.Link(api), ["html"] = JsonText.Link($"{view.Web}/rules/{stored.Id}") },
            ["created_at"] = JsonText.Time(stored.CreatedAt),
            ["updated_at"] = JsonText.Time(stored.CreatedAt),
        };
        if (!withRules)
            return body;

        body["current_user_can_bypass"] = ruleset.BypassRole is { } role && view.Repository.RoleOf(view.Viewer) >= role ? "always" : "never";
        body["conditions"] = new JsonObject
        {
            ["ref_name"] = new JsonObject { ["include"] = Texts(ruleset.Include), ["exclude"] = Texts(ruleset.Exclude) },
        };
        body["rules"] = JsonText.Array(ruleset.Rules.Select(Rule));
        return body;
    }

    /// <summary>A rule as <c>rules/branches/{branch}</c> lists it: with the ruleset that it comes from.</summary>
    public static JsonObject Active(RulesetRule rule, StoredRuleset stored, Viewpoint view)
    {
        JsonObject body = Rule(rule);
        body["ruleset_source_type"] = "Repository";
        body["ruleset_source"] = view.Repository.FullName;
        body["ruleset_id"] = stored.Id;
        return body;
    }

    private static JsonObject Rule(RulesetRule rule) =>
        rule switch
        {
            RulesetRule.PullRequest pull => With("pull_request", PullRequest(pull)),
            RulesetRule.RequiredStatusChecks checks => With("required_status_checks", Checks(checks)),
            RulesetRule.MergeQueueRule queue => With("merge_queue", Queue(queue)),
            RulesetRule.RequiredSignatures => new JsonObject { ["type"] = "required_signatures" },
            RulesetRule.NonFastForward => new JsonObject { ["type"] = "non_fast_forward" },
            RulesetRule.Deletion => new JsonObject { ["type"] = "deletion" },
            RulesetRule.Update => With("update", new JsonObject { ["update_allows_fetch_and_merge"] = false }),
            RulesetRule.Creation => new JsonObject { ["type"] = "creation" },
            _ => throw new NotSupportedException($"No shape for the rule {rule.GetType().Name}."),
        };

    private static JsonObject With(string type, JsonObject parameters) => new() { ["type"] = type, ["parameters"] = parameters };

    private static JsonObject PullRequest(RulesetRule.PullRequest rule) =>
        new()
        {
            ["required_approving_review_count"] = rule.RequiredApprovals,
            ["dismiss_stale_reviews_on_push"] = rule.DismissStaleReviews,
            ["require_code_owner_review"] = rule.RequireCodeOwnerReview,
            ["require_last_push_approval"] = rule.RequireLastPushApproval,
            ["required_review_thread_resolution"] = rule.RequireConversationResolution,
            ["allowed_merge_methods"] = Texts(rule.AllowedMergeMethods),
        };

    private static JsonObject Checks(RulesetRule.RequiredStatusChecks rule) =>
        new()
        {
            ["strict_required_status_checks_policy"] = rule.Strict,
            ["do_not_enforce_on_create"] = false,
            ["required_status_checks"] = JsonText.Array(
                rule.Checks.Select(check =>
                    check.AppId is { } app
                        ? new JsonObject { ["context"] = check.Context, ["integration_id"] = app }
                        : new JsonObject { ["context"] = check.Context }
                )
            ),
        };

    private static JsonObject Queue(RulesetRule.MergeQueueRule rule) =>
        new()
        {
            ["merge_method"] = rule.MergeMethod,
            ["grouping_strategy"] = "ALLGREEN",
            ["check_response_timeout_minutes"] = 60,
            ["max_entries_to_build"] = 5,
            ["max_entries_to_merge"] = 5,
            ["min_entries_to_merge"] = 1,
            ["min_entries_to_merge_wait_minutes"] = 5,
        };

    private static JsonArray Texts(IEnumerable<string> texts) => JsonText.Array(texts.Select(text => JsonValue.Create(text)));
}
