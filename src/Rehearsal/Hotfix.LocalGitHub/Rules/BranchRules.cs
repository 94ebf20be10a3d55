using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Rules;

/// <summary>What one source, classic protection or one ruleset, demands of a ref.</summary>
internal sealed record BranchRules
{
    /// <summary>The ruleset; <c>null</c> for classic protection.</summary>
    public StoredRuleset? Ruleset { get; init; }

    public bool RequiresPullRequest { get; init; }

    public int Approvals { get; init; }

    public bool DismissStaleReviews { get; init; }

    public bool CodeOwners { get; init; }

    public bool LastPushApproval { get; init; }

    public bool ConversationResolution { get; init; }

    public IReadOnlyList<RequiredStatusCheck> Checks { get; init; } = [];

    public bool Strict { get; init; }

    public bool NoRewrite { get; init; }

    public bool NoDeletion { get; init; }

    public bool NoUpdate { get; init; }

    public bool NoCreation { get; init; }

    public bool MergeQueue { get; init; }

    public bool Signatures { get; init; }

    public IReadOnlyList<string> MergeMethods { get; init; } = ["merge", "squash", "rebase"];

    /// <summary>Every source that applies to a ref, whoever asks.</summary>
    public static IReadOnlyList<BranchRules> For(HostedRepository repository, string refName)
    {
        var rules = new List<BranchRules>();
        if (
            refName.StartsWith("refs/heads/", StringComparison.Ordinal)
            && repository.Protections.TryGetValue(refName["refs/heads/".Length..], out BranchProtectionRule? protection)
        )
        {
            rules.Add(Of(protection));
        }

        rules.AddRange(repository.Rulesets.Where(stored => Applies(stored.Ruleset, refName, repository.DefaultBranch)).Select(Of));
        return rules;
    }

    /// <summary>The sources that bind this user.</summary>
    public static IReadOnlyList<BranchRules> Binding(HostedRepository repository, string refName, Account user)
    {
        Role role = repository.RoleOf(user);
        return
        [
            .. For(repository, refName)
                .Where(rules =>
                    rules.Ruleset is { } stored
                        ? stored.Ruleset.BypassRole is not { } bypass || role < bypass
                        : role < Role.Admin || repository.Protections[refName["refs/heads/".Length..]].EnforceAdmins
                ),
        ];
    }

    public static bool Applies(Ruleset ruleset, string refName, string defaultBranch) =>
        refName.StartsWith(ruleset.ForTags ? "refs/tags/" : "refs/heads/", StringComparison.Ordinal)
        && ruleset.Include.Any(pattern => RefPattern.Matches(pattern, refName, defaultBranch))
        && !ruleset.Exclude.Any(pattern => RefPattern.Matches(pattern, refName, defaultBranch));

    private static BranchRules Of(BranchProtectionRule rule) =>
        new()
        {
            RequiresPullRequest = rule.RequiredApprovals is not null,
            Approvals = rule.RequiredApprovals ?? 0,
            DismissStaleReviews = rule.DismissStaleReviews,
            CodeOwners = rule.RequireCodeOwnerReviews,
            LastPushApproval = rule.RequireLastPushApproval,
            ConversationResolution = rule.RequireConversationResolution,
            Checks = rule.RequiredChecks,
            Strict = rule.Strict,
            Signatures = rule.RequireSignatures,
            NoRewrite = true,
            NoDeletion = true,
        };

    private static BranchRules Of(StoredRuleset stored) => stored.Ruleset.Rules.Aggregate(new BranchRules { Ruleset = stored }, (rules, rule) => rule switch
            {
                RulesetRule.PullRequest pull => rules with
                {
                    RequiresPullRequest = true,
                    Approvals = pull.RequiredApprovals,
                    DismissStaleReviews = pull.DismissStaleReviews,
                    CodeOwners = pull.RequireCodeOwnerReview,
                    LastPushApproval = pull.RequireLastPushApproval,
                    ConversationResolution = pull.RequireConversationResolution,
                    MergeMethods = pull.AllowedMergeMethods,
                },
                RulesetRule.RequiredStatusChecks checks => rules with { Checks = checks.Checks, Strict = checks.Strict },
                RulesetRule.MergeQueueRule => rules with { MergeQueue = true },
                RulesetRule.RequiredSignatures => rules with { Signatures = true },
                RulesetRule.NonFastForward => rules with { NoRewrite = true },
                RulesetRule.Deletion => rules with { NoDeletion = true },
                RulesetRule.Update => rules with { NoUpdate = true },
                RulesetRule.Creation => rules with { NoCreation = true },
                _ => rules,
            });
}
