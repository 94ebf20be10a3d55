using Hotfix.Core.Lanes;

namespace Hotfix.Core.Doctoring;

/// <summary>Whether a release can be tagged and published, and whether anything holds releases back.</summary>
internal static class ReleaseFindings
{
    private const string SampleTag = "v1.4.3";

    public static IEnumerable<Finding> Of(DoctorFacts facts) =>
        [.. Tags(facts), .. Immutable(facts), .. Locks(facts), .. Debts(facts)];

    private static IEnumerable<Finding> Tags(DoctorFacts facts)
    {
        string page = $"{facts.Web}/settings/rules";
        if (facts.TagRules is not { } reading)
            yield break;

        if (reading is not { Unreadable: null, Value: { } rules })
        {
            yield return Finding.Unseen("the rules for tags", reading.Unreadable ?? "no answer", $"Look at {page}");
            yield break;
        }

        TagRule[] holding = [.. rules.Where(rule => rule.AppliesTo(SampleTag))];
        TagRule[] closed = [.. holding.Where(rule => rule.Forbids.Contains("creation") && rule.CanBypass != true)];
        foreach (TagRule rule in closed)
            yield return Finding.Stop("HF4240", $"ruleset '{rule.Name}' forbids making tags such as {SampleTag}", "Release: the tag cannot be made", $"Let whoever releases bypass it: {(rule.Url.Length > 0 ? rule.Url : page)}");

        if (closed.Length == 0)
        {
            yield return holding.Any(rule => rule.Forbids.Contains("update") || rule.Forbids.Contains("deletion") || rule.Forbids.Contains("non_fast_forward"))
                ? Finding.Ok("release tags can be made, and not moved afterwards")
                : Finding.Warn("HF4241", "release tags can be moved and deleted by whoever may push", "the chain from commit to release, unseen", $"Add a ruleset for tags v* that restricts updates and deletions: {page}/new?target=tag");
        }
    }

    private static IEnumerable<Finding> Immutable(DoctorFacts facts) => facts.ImmutableReleases switch
    {
        null => [],
        { Unreadable: { } why } => [Finding.Unseen("whether releases are immutable", why, $"Look at {facts.Web}/settings")],
        { Value: true } => [Finding.Ok("releases are immutable: assets are attached before publishing, and a version that went wrong is used up")],
        _ => [Finding.Ok("releases are not immutable")],
    };

    private static IEnumerable<Finding> Locks(DoctorFacts facts) => facts.Locks switch
    {
        null => [],
        { Unreadable: { } why } => [Finding.Unseen("whether releases are locked", why, "Give the token 'issues: read'")],
        { Value: { Count: > 0 } locks } => [.. locks.Select(issue => Finding.Stop("HF4242", $"releases are locked by #{issue.Number} '{issue.Title}' since {issue.CreatedAt:yyyy-MM-dd}", "Release, in both lanes", $"Close it when the reason is gone: {issue.Url}, or: ./build.sh Rollback --unlock"))],
        _ => [Finding.Ok("nothing locks releases")],
    };

    private static IEnumerable<Finding> Debts(DoctorFacts facts) => facts.Debts switch
    {
        null => [],
        { Unreadable: { } why } => [Finding.Unseen("whether a fix is owed to the default branch", why, "Give the token 'issues: read'")],
        { Value: { Count: > 0 } debts } => [.. debts.Select(debt => Debt(debt, facts))],
        _ => [Finding.Ok($"no fix is owed to {facts.Main}")],
    };

    private static Finding Debt(DebtFound debt, DoctorFacts facts) => debt.IsOwed
        ? Finding.Stop("HF4243", $"#{debt.Issue.Number} '{debt.Issue.Title}' is owed by {DebtIssue.Terms(debt.Issue, facts.Now)}", "Release, which would take the fix out again", "./build.sh ForwardPort")
        : Finding.Warn("HF4244", $"#{debt.Issue.Number} '{debt.Issue.Title}' is paid and still open", "nothing; the list of what is owed is wrong", "./build.sh ForwardPort, which closes it");
}
