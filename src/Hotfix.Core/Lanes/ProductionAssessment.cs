using Hotfix.Core.Errors;
using Hotfix.Core.Refs;

namespace Hotfix.Core.Lanes;

/// <summary>Finds out what production runs: every source that speaks must say the same, and without one a person has to.</summary>
internal static class ProductionAssessment
{
    /// <summary>The answer, with evidence or with all reasons.</summary>
    public static ProductionAnswer Assess(ProductionFacts facts)
    {
        if (facts.Order is { } order && facts.Claims.OrderBy(claim => order.ToList().IndexOf(claim.Source)).ToArray() is [var first, .. { Length: > 0 } others])
        {
            IEnumerable<string> passedOver = others
                .Where(claim => claim.Commit != first.Commit)
                .Select(claim => $"passed over, since {first.Where} comes first: {claim}");
            return Assess(facts with { Order = null, Claims = [first], Notes = [.. facts.Notes, .. passedOver] });
        }

        ProductionClaim[] unclear = [.. facts.Claims.Where(claim => claim.Commit is null)];
        CommitSha[] commits = [.. facts.Claims.Select(claim => claim.Commit).OfType<CommitSha>().Distinct()];
        Refusal[] refusals =
        [
            .. unclear.Select(ProductionRefusals.NotUnderstood),
            .. commits.Length > 1 ? [ProductionRefusals.Disagree(facts.Claims)] : Array.Empty<Refusal>(),
        ];
        if (refusals.Length > 0)
            return new ProductionAnswer.Unknown(refusals);

        return commits is [var commit] ? Claimed(commit, facts) : Assumed(facts);
    }

    private static ProductionAnswer Claimed(CommitSha commit, ProductionFacts facts)
    {
        if (facts.Confirmed is { } confirmed && confirmed != commit)
            return new ProductionAnswer.Unknown([ProductionRefusals.NotThere(confirmed, commit, facts)]);

        return Known(commit, facts, [.. facts.Claims.Select(claim => claim.ToString()), .. facts.Notes, .. UnderWay(facts)]);
    }

    private static ProductionAnswer Assumed(ProductionFacts facts) =>
        (facts.Confirmed, facts.NewestRelease) switch
        {
            ({ } confirmed, _) => Known(
                confirmed,
                facts,
                [$"{confirmed.Short} was confirmed with --base; no source says what production runs", .. facts.Notes, .. UnderWay(facts)]
            ),
            (_, { } newest) when facts.Order is [] => Known(newest.Commit, facts, [$"{newest} is the newest release, and nothing is deployed from here"]),
            (_, { } newest) => new ProductionAnswer.Unknown([ProductionRefusals.OnlyAssumed(newest, facts.Notes)])
            {
                Assumed = Known(newest.Commit, facts, []) as ProductionAnswer.Known,
            },
            _ => new ProductionAnswer.Unknown([ProductionRefusals.NothingReleased()]),
        };

    private static ProductionAnswer Known(CommitSha commit, ProductionFacts facts, IReadOnlyList<string> evidence)
    {
        ReleaseTag? tag = facts.Tags.Where(tag => tag.Commit == commit).Select(tag => tag.Release).OfType<ReleaseTag>().MaxBy(tag => tag.Version);
        return tag is null ? new ProductionAnswer.Unknown([ProductionRefusals.NoTag(commit, evidence)]) : new ProductionAnswer.Known(commit, tag, evidence);
    }

    private static IEnumerable<string> UnderWay(ProductionFacts facts) =>
        facts.UnderWay is { } deployment
            ?
            [
                $"a deployment of {deployment.Sha.Short}{(deployment.Creator.Length > 0 ? $" by {deployment.Creator}" : "")} is under way since {deployment.CreatedAt:u}",
            ]
            : [];
}
