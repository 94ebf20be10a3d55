using Hotfix.Core.Policies;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Doctoring;

/// <summary>Whether a pull request to the default branch can be merged, and not by itself before anybody looked.</summary>
internal static class MergeFindings
{
    public static IEnumerable<Finding> Of(DoctorFacts facts)
    {
        if (facts.MainRules is not { } reading)
            yield break;

        string page = $"{facts.Web}/settings/rules";
        if (reading is not { Unreadable: null, Value: { } rules })
        {
            yield return Finding.Unseen(
                $"what {facts.Main} demands",
                reading.Unreadable ?? "no answer",
                $"Look at {page}, or use a credential with 'administration: read'"
            );
            yield break;
        }

        foreach (string part in rules.Unreadable)
            yield return Finding.Unseen(part, "this credential may not see it", $"Look at {page}, or use a credential with 'administration: read'");

        foreach (string rule in rules.NotJudged.Where(rule => !rules.RequiresSignatures || rule != "signed commits"))
        {
            yield return Finding.Warn(
                "HF4454",
                $"{facts.Main} has a rule on {rule}",
                "AwaitMerge, where a hotfix does not keep to it: it is not judged before GitHub does",
                $"Look at {page}, and keep to it on hotfix branches"
            );
        }

        if (rules.RequiresSignatures)
        {
            yield return Finding.Warn(
                "HF4455",
                $"{facts.Main} takes signed commits alone",
                "OpenPR, of a branch with a commit that is not signed; what is made here is signed, by git or by GitHub for an App",
                "git config commit.gpgSign true, where people commit; the App's credential in CI; or merge by squash, which GitHub signs"
            );
        }

        yield return Demands(facts, rules, page);
        foreach (Finding finding in Misspelt(facts, rules, page))
            yield return finding;

        foreach (Finding finding in facts.Repository is { Unreadable: null, Value: { } settings } ? Methods(facts, rules, settings) : [])
            yield return finding;

        foreach (Finding finding in Queue(facts, rules))
            yield return finding;
    }

    private static Finding Demands(DoctorFacts facts, BranchRules rules, string page) =>
        rules switch
        {
            { IsNone: true } => Finding.Warn(
                "HF4217",
                $"{facts.Main} has no rules",
                "nothing: a hotfix is merged without a review and without checks",
                $"Add a ruleset with one approval and the required checks: {page}/new?target=branch"
            ),
            { RequiredChecks.Count: 0, Unreadable.Count: > 0 } => Finding.Unseen(
                $"what else {facts.Main} demands",
                "a rule of it cannot be read",
                $"Look at {page}, or use a credential with 'administration: read'"
            ),
            { RequiredChecks.Count: 0 } => Finding.Warn(
                "HF4218",
                $"{facts.Main} requires no checks",
                "nothing: a red hotfix can be merged",
                $"Require the checks that CI reports: {page}"
            ),
            _ => Finding.Ok(
                $"{facts.Main} requires {string.Join(", ", rules.RequiredChecks.Select(check => $"'{check.Name}'"))} and {(rules is { RequiredApprovals: 0, Unreadable.Count: > 0 } ? "reviews as a rule says that cannot be read" : $"{rules.RequiredApprovals} approval{(rules.RequiredApprovals == 1 ? "" : "s")}")}"
            ),
        };

    // Many checks report on pull requests alone: a name that nothing resembles says nothing.
    private static IEnumerable<Finding> Misspelt(DoctorFacts facts, BranchRules rules, string page)
    {
        IReadOnlyList<string> reported = facts.ChecksOnMain is { Unreadable: null, Value: { } names } ? names : [];
        string[] required = [.. rules.RequiredChecks.Select(check => check.Name).Distinct()];
        foreach (string name in required.Except(reported))
        {
            if (NearName.Of(name, reported.Except(required)) is { } near)
            {
                yield return Finding.Warn(
                    "HF4261",
                    $"{facts.Main} requires the check '{name}', and what reports on its tip is '{near}'",
                    "AwaitMerge: a name has to fit to the letter, so nothing ever reports the required one",
                    $"Correct the name where it was typed: {page}, or --required-checks"
                );
            }
        }
    }

    private static IEnumerable<Finding> Methods(DoctorFacts facts, BranchRules rules, RepositorySettings settings)
    {
        MergeMethod[] left = [.. settings.AllowedMergeMethods.Where(method => rules.AllowedMergeMethods?.Contains(method) ?? true)];
        yield return left.Length > 0
            ? Finding.Ok($"merging is possible by {Words(left)}")
            : Finding.Stop(
                "HF4219",
                $"no merge method is left for {facts.Main}: the settings allow {Words(settings.AllowedMergeMethods)}, its rules {Words(rules.AllowedMergeMethods ?? [])}",
                "AwaitMerge: the pull request can never be merged",
                $"Allow one of both in the settings ({facts.Web}/settings) or in the rules ({facts.Web}/settings/rules)"
            );

        bool asksForPeople = rules.RequiredApprovals > 0 || rules.RequiresCodeOwners || rules.RequiresResolvedConversations;
        if (settings.AllowsAutoMerge && !asksForPeople && !rules.UsesMergeQueue && rules.RequiredChecks.Count + rules.Unreadable.Count == 0)
        {
            yield return Finding.Warn(
                "HF4220",
                $"auto-merge is allowed while {facts.Main} demands nothing",
                "the review: an armed pull request is merged at once",
                $"Demand a review or a check ({facts.Web}/settings/rules), or take auto-merge back ({facts.Web}/settings)"
            );
        }
    }

    private static IEnumerable<Finding> Queue(DoctorFacts facts, BranchRules rules)
    {
        if (!rules.UsesMergeQueue)
            yield break;

        bool runs = facts.OnMain is { Unreadable: null, Value: { } files } && files.Any(file => file.TakesMergeGroups);
        yield return runs || rules.RequiredChecks.Count == 0
            ? Finding.Ok($"{facts.Main} has a merge queue, and its checks run there")
            : Finding.Stop(
                "HF4221",
                $"{facts.Main} has a merge queue, and no workflow runs on 'merge_group'",
                "AwaitMerge: the required checks never report in the queue, which gives up after an hour",
                "Add 'merge_group:' to the triggers of the workflow that reports them"
            );
    }

    private static string Words(IReadOnlyList<MergeMethod> methods) =>
        methods.Count == 0 ? "none" : string.Join(", ", methods.Select(method => method.ToString().ToLowerInvariant()));
}
