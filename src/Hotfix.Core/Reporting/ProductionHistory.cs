using Hotfix.Core.Refs;

namespace Hotfix.Core.Reporting;

/// <summary>What production ran, one after the other, and when it was taken back.</summary>
internal sealed class ProductionHistory
{
    private ProductionHistory(IReadOnlyList<DeployedCommit> deployments)
    {
        Deployments = deployments;
        Rollbacks = [.. FindRollbacks(deployments)];
    }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<DeployedCommit> Deployments { get; }

    /// <summary>Those that brought back a commit that had run before the one that they replaced, each with what it replaced.</summary>
    public IReadOnlyList<(DeployedCommit Rollback, DeployedCommit Left)> Rollbacks { get; }

    /// <summary>In any order. Where this software deploys, only its own count: the others are those that GitHub makes for jobs.</summary>
    public static ProductionHistory Of(IReadOnlyList<DeployedCommit> deployments)
    {
        bool hasOwn = deployments.Any(deployment => deployment.IsOwn);
        return new ProductionHistory([.. deployments.Where(deployment => !hasOwn || deployment.IsOwn).OrderBy(deployment => deployment.At)]);
    }

    /// <summary>What ran at that time; <c>null</c> before the first.</summary>
    public DeployedCommit? At(DateTimeOffset time) => Deployments.LastOrDefault(deployment => deployment.At <= time);

    // The same commit again is no way back, nor is what had failed before and is tried once more.
    private static IEnumerable<(DeployedCommit Rollback, DeployedCommit Left)> FindRollbacks(IReadOnlyList<DeployedCommit> deployments)
    {
        var firstSeen = new Dictionary<CommitSha, int>();
        for (int at = 0; at < deployments.Count; at++)
        {
            bool isNew = firstSeen.TryAdd(deployments[at].Sha, at);
            if (!isNew && firstSeen[deployments[at].Sha] < firstSeen[deployments[at - 1].Sha])
                yield return (deployments[at], deployments[at - 1]);
        }
    }
}
