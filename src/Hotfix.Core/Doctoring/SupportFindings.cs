using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Doctoring;

/// <summary>Whether the exceptional lane is passable: what production runs, the rules of its line, and whether checks can report there.</summary>
internal static class SupportFindings
{
    public static IEnumerable<Finding> Of(DoctorFacts facts)
    {
        foreach (Finding finding in facts.Production is { } production ? OfProduction(production, facts.Expected.Production) : [])
            yield return finding;

        if (facts.LacksBuild is { } folder)
        {
            yield return Finding.Warn(
                "HF4262",
                $"production's commit does not have the build: {folder}/ is younger",
                "nothing: a hotfix of the exceptional lane gets a work tree of its own, beside this one, and this build goes on from here",
                "Nothing has to be done; once production runs a release that has it, this is over"
            );
        }

        foreach ((BranchName line, Reading<BranchRules> reading) in facts.SupportRules.OrderBy(pair => pair.Key.Value, StringComparer.Ordinal))
        {
            yield return Rules(facts, line, reading);
            if (Checks(facts, line, reading.Value ?? BranchRules.None) is { } finding)
                yield return finding;
        }
    }

    private static IEnumerable<Finding> OfProduction(Reading<ProductionAnswer> reading, string environment) =>
        reading switch
        {
            { Unreadable: { } why } => [Finding.Unseen("what production runs", why, "Check the deployments' permission of the token, and --health-url")],
            { Value: ProductionAnswer.Known known } => [Finding.Ok($"production runs {known.Tag} ({known.Commit.Short})")],
            { Value: ProductionAnswer.Unknown { Assumed: { } assumed } } =>
            [
                Finding.Warn(
                    "HF4222",
                    $"nothing says what production runs; the newest release, {assumed.Tag}, is an assumption",
                    "the exceptional lane, which starts nowhere else, and needs --base to confirm it",
                    $"Let deployments to '{environment}' be recorded (./build.sh Deploy), or pass --production-variable or --health-url"
                ),
            ],
            { Value: ProductionAnswer.Unknown unknown } =>
            [
                .. unknown.Refusals.Select(refusal =>
                    Finding.Stop("HF4223", $"what production runs is not known: {refusal.Why}", "the exceptional lane, which starts nowhere else", refusal.Next)
                ),
            ],
            _ => [],
        };

    private static Finding Rules(DoctorFacts facts, BranchName line, Reading<BranchRules> reading)
    {
        string page = $"{facts.Web}/settings/rules";
        return reading switch
        {
            { Unreadable: { } why } => Finding.Unseen($"what {line} demands", why, $"Look at {page}"),
            { Value.IsNone: true } => Finding.Warn(
                "HF4224",
                $"{line} has no rules",
                "nothing: the tool asks for one approval and green tests itself, and a push past it asks for nothing",
                $"Add a ruleset for '{facts.Conventions.Support.Glob}' with one approval, the required checks of {facts.Main}, and no force pushes: {page}/new?target=branch"
            ),
            { Value: { Unreadable: [var part, ..] } } => Finding.Unseen(part, "this credential may not see it", $"Look at {page}"),
            _ => Finding.Ok($"{line} has rules of its own"),
        };
    }

    // The files that count for a pull request are those of the branch that was cut from production's commit, not main's.
    private static Finding? Checks(DoctorFacts facts, BranchName line, BranchRules rules)
    {
        if (facts.AtProduction is not { } reading)
            return null;

        if (reading is not { Unreadable: null, Value: { } files })
            return Finding.Unseen("the workflow files that production's commit has", reading.Unreadable ?? "no answer", "Fetch it: git fetch --tags");

        WorkflowTriggers[] running = [.. files.Where(file => file.PullRequests?.Takes(line.Value) == true)];
        bool wouldOnMain = facts.OnMain is { Unreadable: null, Value: { } main } && main.Any(file => file.PullRequests?.Takes(line.Value) == true);
        string remedy = wouldOnMain
            ? $"Those of {facts.Main} do: release once from there, or bring the file along with the fix"
            : $"Add '{facts.Conventions.Support.Glob}' to the branches of 'pull_request' in the workflow that reports them, and release it";
        if (running.Length == 0)
        {
            return rules.RequiredChecks.Count > 0
                ? Finding.Stop(
                    "HF4225",
                    $"{line} requires {string.Join(", ", rules.RequiredChecks.Select(check => $"'{check.Name}'"))}, and no workflow of production's commit runs for pull requests to it",
                    "AwaitMerge in the exceptional lane: the required checks never report",
                    remedy
                )
                : Finding.Warn(
                    "HF4226",
                    $"no workflow of production's commit runs for pull requests to {line}",
                    "checks in the exceptional lane: only the tests that are run here count",
                    remedy
                );
        }

        return rules.RequiredChecks.Count > 0 && running.All(file => file.HasPathFilter)
            ? Finding.Warn(
                "HF4227",
                $"every workflow that runs for pull requests to {line} is left out by the paths that a change touches",
                "AwaitMerge: a required check of a workflow that was left out never reports",
                "Take 'paths' out of the triggers of the workflow that reports required checks"
            )
            : Finding.Ok($"pull requests to {line} start {string.Join(", ", running.Select(file => file.FileName))}, as production's commit has it");
    }
}
