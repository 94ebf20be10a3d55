namespace Hotfix.Core.Reporting;

/// <summary>Which deployments went wrong, and which were made because of that.</summary>
/// <param name="Failed">Those that were followed by a hotfix or a rollback.</param>
/// <param name="Unplanned">The first of each hotfix, and every rollback.</param>
internal sealed record Trouble(IReadOnlySet<DeployedCommit> Failed, IReadOnlySet<DeployedCommit> Unplanned)
{
    public static Trouble Of(HotfixHistory history)
    {
        var failed = new HashSet<DeployedCommit>(ReferenceEqualityComparer.Instance);
        var unplanned = new HashSet<DeployedCommit>(ReferenceEqualityComparer.Instance);
        foreach ((DeployedCommit rollback, DeployedCommit left) in history.Production.Rollbacks)
        {
            failed.Add(left);
            unplanned.Add(rollback);
        }

        foreach (ReportedHotfix hotfix in history.Hotfixes)
        {
            // Nothing says which deployment brought the trouble; the one that ran when the fix was begun is the best that is known.
            if (hotfix.Timeline.Start is { } start && history.Production.At(start.At) is { } ran)
                failed.Add(ran);

            if (hotfix.Deployment is { } deployment)
                unplanned.Add(deployment);
        }

        return new Trouble(failed, unplanned);
    }
}
