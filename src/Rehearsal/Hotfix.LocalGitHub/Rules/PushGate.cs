using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Rules;

/// <summary>What a push or a ref update must not do, in the words that GitHub prints.</summary>
internal static class PushGate
{
    /// <summary>The refusals for one command; the rewriting one needs the new objects and is decided by git.</summary>
    public static IEnumerable<PushRefusal> Refusals(HostedRepository repository, PushCommand command, Account user)
    {
        foreach (BranchRules rules in BranchRules.Binding(repository, command.RefName, user))
        {
            (List<string> always, bool guardsHistory) = Violations(rules, command);
            if (always.Count > 0)
                yield return new PushRefusal(command.RefName, PushRefusal.Case.Always, Describe(rules, command.RefName, always));
            else if (guardsHistory)
                yield return Of(PushRefusal.Case.Rewrites, "Cannot force-push to this branch");

            if (rules.Signatures && !command.Deletes)
                yield return Of(PushRefusal.Case.Unsigned, "Commits must have verified signatures.");

            PushRefusal Of(PushRefusal.Case when, string violation) => new(command.RefName, when, Describe(rules, command.RefName, [violation]));
        }
    }

    private static (List<string> Always, bool GuardsHistory) Violations(BranchRules rules, PushCommand command)
    {
        var always = new List<string>();
        if (command.Deletes)
        {
            if (rules.NoDeletion)
                always.Add("Cannot delete this branch");

            return (always, false);
        }

        if (command.Creates)
        {
            if (rules.NoCreation)
                always.Add("Cannot create ref due to creations being restricted.");

            return (always, false);
        }

        if (rules.NoUpdate)
            always.Add("Cannot update this protected ref.");

        if (rules.RequiresPullRequest)
            always.Add("Changes must be made through a pull request.");

        if (rules.Checks.Count == 1)
            always.Add($"Required status check \"{rules.Checks[0].Context}\" is expected.");
        else if (rules.Checks.Count > 1)
            always.Add($"{rules.Checks.Count} of {rules.Checks.Count} required status checks are expected.");

        return (always, rules.NoRewrite);
    }

    private static string Describe(BranchRules rules, string refName, IReadOnlyList<string> violations) =>
        rules.Ruleset is null
            ? $"error: GH006: Protected branch update failed for {refName}.\nerror: {string.Join("\nerror: ", violations)}"
            : $"error: GH013: Repository rule violations found for {refName}.\n\n{string.Join("\n", violations.Select(violation => $"- {violation}\n"))}";
}
