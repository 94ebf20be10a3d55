using Hotfix.Core.Conventions;
using Hotfix.Core.Lanes;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Doctoring;

/// <summary>Whether a release can be tagged and published, and whether anything holds releases back.</summary>
internal static class ReleaseFindings
{
    public static IEnumerable<Finding> Of(DoctorFacts facts) => [.. Conventions(facts), .. Tags(facts), .. Immutable(facts), .. Locks(facts), .. Debts(facts)];

    private static IEnumerable<Finding> Conventions(DoctorFacts facts)
    {
        if (facts.TagRefusal is { } refusal)
            yield return Finding.Stop(refusal.Code, $"{refusal.Fact}: {refusal.Why}", "every target: no version is invented", refusal.Next);

        if (facts.Product is { } product)
        {
            yield return Finding.Ok($"the product's folder is {product}: its commits, tests and files count, and no others");
        }
        else if (facts.Conventions.Product is { } named && facts.TagRefusal is null)
        {
            yield return Finding.Warn(
                "HF4312",
                $"no folder is called like the product '{named}'",
                "the budget, the lane advice and the tests, which take the whole repository for the product",
                "Name it: --product-folder services/api (ProductFolder in .nuke/parameters.json)"
            );
        }

        if (facts.OtherBase is { } production)
        {
            yield return Finding.Warn(
                "HF4311",
                $"production seems to be released from {production}, and the default branch is {facts.Main}",
                "CreateHotfixBranch, which asks for the base",
                $"Say it in .nuke/parameters.json: \"Base\": \"{production}\""
            );
        }

        if (facts.FoundTitle is { } title)
            yield return Finding.Ok($"pull requests are titled '{title}', as history, workflows or release configuration have it");

        foreach (Finding finding in Titles(facts))
            yield return finding;

        if (facts.NextVersion is { Unreadable: { } why })
        {
            yield return Finding.Stop(
                "HF4304",
                $"no version can be calculated for {facts.Main}: {why}",
                "AwaitMerge, which does not merge what cannot be released",
                "Check GitVersion's configuration with 'gitversion /showconfig' (one of version 5 has other words); or name the version with --version"
            );
        }
        else if (facts.NextVersion is { Value: { } next })
        {
            yield return Finding.Ok($"the next release of {facts.Main} would be {next}");
        }

        if (facts.OldVersionWords is { } old)
        {
            yield return Finding.Warn(
                "HF4314",
                $"GitVersion's configuration has words of version 5: {old}",
                "the next version: version 6 passes over them in silence",
                "Write them anew: https://gitversion.net/docs/reference/configuration"
            );
        }

        if (facts.NextOnLine is { Unreadable: { } reason })
        {
            yield return Finding.Stop(
                "HF4304",
                $"no version can be made for what production runs: {reason}",
                "the exceptional lane's release",
                "Say how support lines are named: --support-pattern (SupportPattern in .nuke/parameters.json)"
            );
        }
        else if (facts.NextOnLine is { Value: { } onLine })
        {
            yield return Finding.Ok(
                $"a hotfix of what production runs would be {onLine}{(facts.NumberedBy is { } tool ? $", once --version confirms it: here {tool} numbers the releases" : "")}"
            );
        }
    }

    // By the patterns that the checking actions are told, with the title that OpenPR would give.
    private static IEnumerable<Finding> Titles(DoctorFacts facts)
    {
        string title = (facts.Conventions.Title ?? facts.FoundTitle ?? TitlePattern.Own).Fill("null ref in checkout");
        return (facts.OnMain?.Value ?? [])
            .SelectMany(file => file.TitleChecks.Select(check => (file.FileName, check.Action, Objection: check.Objection(title))))
            .Where(one => one.Objection is not null)
            .Select(one =>
                Finding.Stop(
                    "HF4313",
                    $"a title such as '{title}' would not pass {one.Action} in {one.FileName}: {one.Objection}",
                    "that check on the hotfix's pull request",
                    "Say how they are titled in .nuke/parameters.json: \"Title\": \"fix(checkout): {description}\""
                )
            );
    }

    private static IEnumerable<Finding> Tags(DoctorFacts facts)
    {
        string page = $"{facts.Web}/settings/rules";
        if (facts.RefRules is not { } reading)
            yield break;

        if (reading is not { Unreadable: null, Value: { } rules })
        {
            yield return Finding.Unseen("the rules for new branches and tags", reading.Unreadable ?? "no answer", $"Look at {page}");
            yield break;
        }

        RefRule[] holding = [.. rules.Where(rule => rule.AppliesTo($"refs/tags/{facts.SampleTag}"))];
        RefRule[] closed = [.. holding.Where(rule => rule.ForbidsMaking($"refs/tags/{facts.SampleTag}"))];
        foreach (RefRule rule in closed)
        {
            yield return Finding.Stop(
                "HF4240",
                $"ruleset '{rule.Name}' forbids making tags such as {facts.SampleTag}",
                "Release: the tag cannot be made",
                $"Let whoever releases bypass it: {(rule.Url.Length > 0 ? rule.Url : page)}"
            );
        }

        foreach (RefRule rule in rules.Where(rule => Branches(facts).Any(rule.ForbidsMaking)))
        {
            string names = string.Join(", ", Branches(facts).Where(rule.ForbidsMaking).Select(name => name["refs/heads/".Length..]));
            yield return Finding.Stop(
                "HF4246",
                $"ruleset '{rule.Name}' forbids making branches such as {names}",
                "CreateHotfixBranch, the support line or ForwardPort: the branch cannot be pushed",
                $"Exclude {facts.Conventions.Hotfixes}**, {facts.Conventions.ForwardPorts}** and the support lines from it, or let whoever makes hotfixes bypass it: {(rule.Url.Length > 0 ? rule.Url : page)}"
            );
        }

        if (!holding.Any(rule => rule.Forbids.Contains("creation")))
        {
            yield return Finding.Warn(
                "HF4403",
                "release tags can be made by whoever may push",
                "nothing here, which deploys only what its branch contains; other workflows that a tag starts may deploy any commit",
                $"Add a ruleset for tags v* that restricts creations, with {(facts.Expected.App is { } app ? $"the App {app}" : "whoever releases")} to bypass it, and reviewers on {facts.Expected.Production}: {page}/new?target=tag"
            );
        }

        if (closed.Length == 0)
        {
            yield return holding.Any(rule => rule.Forbids.Contains("update") || rule.Forbids.Contains("deletion") || rule.Forbids.Contains("non_fast_forward"))
                ? Finding.Ok("release tags can be made, and not moved afterwards")
                : Finding.Warn(
                    "HF4241",
                    "release tags can be moved and deleted by whoever may push",
                    "the chain from commit to release, unseen",
                    $"Add a ruleset for tags {facts.TagPrefix}* that restricts updates and deletions: {page}/new?target=tag"
                );
        }
    }

    // A support line that is there need not be made.
    private static IEnumerable<string> Branches(DoctorFacts facts) =>
        [
            $"refs/heads/{facts.Conventions.Hotfixes}null-ref",
            $"refs/heads/{facts.Conventions.ForwardPorts}null-ref",
            .. facts.LinesToMake.Select(line => line.RefName),
        ];

    private static IEnumerable<Finding> Immutable(DoctorFacts facts) =>
        facts.ImmutableReleases switch
        {
            null => [],
            { Unreadable: { } why } => [Finding.Unseen("whether releases are immutable", why, $"Look at {facts.Web}/settings")],
            { Value: true } => [Finding.Ok("releases are immutable: assets are attached before publishing, and a version that went wrong is used up")],
            _ => [Finding.Ok("releases are not immutable")],
        };

    private static IEnumerable<Finding> Locks(DoctorFacts facts) =>
        facts.Locks switch
        {
            null => [],
            { Unreadable: { } why } => [Finding.Unseen("whether releases are locked", why, "Give the token 'issues: read'")],
            { Value: { Count: > 0 } locks } =>
            [
                .. locks.Select(issue =>
                    Finding.Stop(
                        "HF4242",
                        $"releases are locked by #{issue.Number} '{issue.Title}' since {issue.CreatedAt:yyyy-MM-dd}",
                        "Release, in both lanes",
                        $"Close it when the reason is gone: {issue.Url}, or: ./build.sh Rollback --unlock"
                    )
                ),
            ],
            _ => [Finding.Ok("nothing locks releases")],
        };

    private static IEnumerable<Finding> Debts(DoctorFacts facts) =>
        facts.Debts switch
        {
            null => [],
            { Unreadable: { } why } => [Finding.Unseen("whether a fix is owed to the default branch", why, "Give the token 'issues: read'")],
            { Value: { Count: > 0 } debts } => [.. debts.Select(debt => Debt(debt, facts))],
            _ => [Finding.Ok($"no fix is owed to {facts.Main}")],
        };

    private static Finding Debt(DebtFound debt, DoctorFacts facts) =>
        debt.IsOwed
            ? Finding.Stop(
                "HF4243",
                $"#{debt.Issue.Number} '{debt.Issue.Title}' is owed by {DebtIssue.Terms(debt.Issue, facts.Now)}",
                "Release, which would take the fix out again",
                "./build.sh ForwardPort"
            )
            : Finding.Warn(
                "HF4244",
                $"#{debt.Issue.Number} '{debt.Issue.Title}' is paid and still open",
                "nothing; the list of what is owed is wrong",
                "./build.sh ForwardPort, which closes it"
            );
}
