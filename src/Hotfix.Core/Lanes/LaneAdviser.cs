using Hotfix.Core.Plans;
using Hotfix.Core.Policies;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Lanes;

/// <summary>Answers "may the base branch be released now?" with everything that speaks for and against it.</summary>
internal static class LaneAdviser
{
    private const int NamedFiles = 5;

    /// <summary>The advice. Only what is known counts: a check that has not ended yet is waited for by the release itself.</summary>
    public static LaneAdvice Advise(LaneFacts facts, LanePolicy policy)
    {
        LaneReason[] reasons = [.. Content(facts, policy), .. Checks(facts), .. Orders(facts), .. Version(facts)];
        return new LaneAdvice(
            reasons.Any(reason => reason.IsBlocking) ? Lane.Exceptional : Lane.Standard,
            [.. reasons.Where(reason => reason.IsBlocking), .. reasons.Where(reason => !reason.IsBlocking)]
        );
    }

    private static IEnumerable<LaneReason> Content(LaneFacts facts, LanePolicy policy)
    {
        if (!facts.ContainsProduction)
        {
            yield return new LaneReason(
                $"{facts.BaseBranch} ({facts.BaseTip.Short}) does not contain {facts.ProductionTag} ({facts.Production.Short}), which production runs",
                IsBlocking: true
            );
        }

        string pulls = facts.PullRequests.Count > 0 ? $": {string.Join(", ", facts.PullRequests)}" : "";
        string inProduct = facts.Product is { } product ? $" in {product}" : "";
        yield return facts.CommitsAhead == 0
            ? new LaneReason(
                facts.Product is null
                    ? $"{facts.BaseBranch} is what production runs ({facts.ProductionTag})"
                    : $"nothing{inProduct} has changed on {facts.BaseBranch} since {facts.ProductionTag}, which production runs",
                IsBlocking: false
            )
            : new LaneReason(
                $"{facts.CommitsAhead} commit{(facts.CommitsAhead == 1 ? "" : "s")}{inProduct} on {facts.BaseBranch} wait{(facts.CommitsAhead == 1 ? "s" : "")} for a release since {facts.ProductionTag}{pulls}",
                facts.CommitsAhead >= policy.BlockingCommits
            );

        foreach ((string[] files, bool isBlocking) in new[] { (Matching(facts, policy.BlockingPaths), true), (Matching(facts, policy.RiskyPaths), false) })
        {
            if (files.Length > 0)
            {
                yield return new LaneReason(
                    $"{(isBlocking ? "no easy way back from" : "look at")} {string.Join(", ", files.Take(NamedFiles))}{(files.Length > NamedFiles ? $" and {files.Length - NamedFiles} more" : "")}, changed since {facts.ProductionTag}",
                    isBlocking
                );
            }
        }
    }

    private static string[] Matching(LaneFacts facts, IReadOnlyList<string> patterns)
    {
        PathPattern[] parsed = [.. patterns.Select(text => new PathPattern(text))];
        return
        [
            .. facts
                .Changes.SelectMany(change => change.OldPath is null ? new[] { change.Path } : [change.Path, change.OldPath])
                .Distinct()
                .Where(path => parsed.Any(pattern => pattern.Matches(path))),
        ];
    }

    private static IEnumerable<LaneReason> Checks(LaneFacts facts)
    {
        CheckResult[] red = [.. CheckAssessment.Failed(facts.RequiredChecks, facts.Checks)];
        foreach (CheckResult check in red)
        {
            yield return new LaneReason(
                $"{(facts.RequiredChecks.Count > 0 ? "required check" : "check")} '{check.Name}' ended with {check.Detail.Replace('_', ' ')} on {facts.BaseTip.Short} {check.Url}".TrimEnd(),
                IsBlocking: true
            );
        }

        foreach (CheckResult check in facts.Checks.Where(check => check.State == CheckState.Failed && !red.Contains(check)))
        {
            yield return new LaneReason(
                $"check '{check.Name}', which is not required, ended with {check.Detail.Replace('_', ' ')} {check.Url}".TrimEnd(),
                IsBlocking: false
            );
        }

        foreach (Wait wait in CheckAssessment.Waits(facts.RequiredChecks, facts.Checks))
            yield return new LaneReason($"{wait.What} on {facts.BaseTip.Short}", IsBlocking: false);

        if (facts.Checks.Count == 0)
            yield return new LaneReason($"no check has reported on {facts.BaseTip.Short}", IsBlocking: false);
    }

    private static IEnumerable<LaneReason> Orders(LaneFacts facts) =>
        [
            .. facts.Freezes.Select(freeze => new LaneReason($"releases are frozen: {freeze}", IsBlocking: true)),
            .. facts.Debts.Select(debt => new LaneReason(
                $"an earlier fix is not on {facts.OwedTo ?? facts.BaseBranch} yet: #{debt.Number} {debt.Title} {debt.Url}".TrimEnd(),
                IsBlocking: true
            )),
        ];

    private static IEnumerable<LaneReason> Version(LaneFacts facts)
    {
        if (facts.NextVersion is not { } next)
            yield break;

        if (facts.Candidates is [var candidate, ..])
        {
            yield return new LaneReason(
                $"a release of {facts.BaseBranch} would be {next}, of which {candidate} is out as a candidate: a hotfix does not finish somebody's release (to do so on purpose, confirm it with --version {next})",
                IsBlocking: true
            );
        }

        bool isMajor = next.Major > facts.ProductionTag.Version.Major;
        yield return new LaneReason(
            $"a release of {facts.BaseBranch} would be {next}{(isMajor ? ", a major version" : "")}, after {facts.ProductionTag}",
            isMajor
        );
    }
}
