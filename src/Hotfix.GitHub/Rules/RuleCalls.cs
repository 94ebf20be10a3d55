using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.Rules;

/// <summary>Reads what a branch demands, as far as this credential may see it.</summary>
internal sealed class RuleCalls(GitHubApi api)
{
    /// <summary>Rulesets and classic protection together. REST: <c>GET …/rules/branches/{branch}</c>, <c>GET …/branches/{branch}/protection</c>.</summary>
    public async Task<BranchRules> ReadAsync(BranchName branch, CancellationToken cancellationToken) =>
        await WithProtectionAsync(await ReadRulesetsAsync(branch, cancellationToken), branch, cancellationToken);

    /// <summary>
    /// Rulesets alone, which hold for a branch that is still to be made, too. Not on every plan (403), not on every server (404).
    /// REST: <c>GET …/rules/branches/{branch}</c>.
    /// </summary>
    public async Task<BranchRules> ReadRulesetsAsync(BranchName branch, CancellationToken cancellationToken)
    {
        var call = new Call($"read the rules for {branch}", api.InRepository($"rules/branches/{Call.Escape(branch.Value)}?per_page=100"));
        try
        {
            IReadOnlyList<RuleAnswer> rules = await api.ListAsync<RuleAnswer>(call, cancellationToken);
            return rules.Aggregate(BranchRules.None, (all, rule) => all.With(rule));
        }
        catch (HotfixException e) when (GitHubFailure.IsForbidden(e) || GitHubFailure.IsNotFound(e))
        {
            return BranchRules.None.WithUnreadable($"rulesets for {branch}");
        }
    }

    /// <summary>
    /// The branch itself says whether it is protected, to every reader. The details need administration:read; without it GitHub answers 403 or,
    /// to some credentials, 404, and then the branch still names the required checks.
    /// </summary>
    private async Task<BranchRules> WithProtectionAsync(BranchRules rules, BranchName branch, CancellationToken cancellationToken)
    {
        string path = api.InRepository($"branches/{Call.Escape(branch.Value)}");
        if (await api.FindAsync<BranchAnswer>(new Call($"read the branch {branch}", path), cancellationToken) is not { } answer)
            return rules; // rulesets hold for a branch that is still to be made, classic protection does not

        bool isProtected = answer.Protection?.Enabled ?? answer.Protected;
        if (!isProtected)
            return rules;

        try
        {
            var call = new Call($"read the protection of {branch}", path + "/protection");
            return rules.With(await api.GetAsync<ProtectionAnswer>(call, cancellationToken));
        }
        catch (HotfixException e) when (GitHubFailure.IsForbidden(e) || (GitHubFailure.IsNotFound(e) && answer.Protection?.Enabled is true))
        {
            return rules.With(answer.Protection?.RequiredStatusChecks).WithUnreadable($"classic protection of {branch}");
        }
        catch (HotfixException e) when (GitHubFailure.IsNotFound(e))
        {
            return rules; // protected by rulesets alone
        }
    }
}
