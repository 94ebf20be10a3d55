namespace Hotfix.Core.Reporting;

/// <summary>The figures of a period; what cannot be known is <c>null</c>. <see cref="Definitions"/> says what each of them counts.</summary>
internal sealed record DeliveryFigures
{
    /// <summary>Hotfixes that were merged.</summary>
    public required int Hotfixes { get; init; }

    /// <summary>Deployments to production that ended well.</summary>
    public required int Deployments { get; init; }

    /// <summary>From the first sign of trouble until production was well.</summary>
    public Distribution? TimeToRestore { get; init; }

    /// <summary>From the first commit to production.</summary>
    public Distribution? LeadTime { get; init; }

    /// <summary>For an approval, while no check ran.</summary>
    public Distribution? WaitingForReview { get; init; }

    /// <summary>For checks.</summary>
    public Distribution? WaitingForChecks { get; init; }

    /// <summary>From the release until production was well.</summary>
    public Distribution? WaitingForDeployment { get; init; }

    /// <summary>Deployments that needed a hotfix or a rollback.</summary>
    public Rate? ChangeFailureRate { get; init; }

    /// <summary>Deployments that nobody had planned.</summary>
    public Rate? ReworkRate { get; init; }

    /// <summary>The figures of hotfixes that were merged, and deployments that were made, from a time on and before another.</summary>
    public static DeliveryFigures Of(HotfixHistory history, DateTimeOffset from, DateTimeOffset until)
    {
        ReportedHotfix[] merged = [.. history.Hotfixes.Where(hotfix => hotfix.MergedAt >= from && hotfix.MergedAt < until)];
        DeployedCommit[] deployments = [.. history.Production.Deployments.Where(IsIn)];
        var trouble = Trouble.Of(history);
        return new DeliveryFigures
        {
            Hotfixes = merged.Length,
            Deployments = deployments.Length,
            TimeToRestore = Distribution.Of(merged.Select(hotfix => hotfix.TimeToRestore)),
            LeadTime = Distribution.Of(merged.Select(hotfix => hotfix.LeadTime)),
            WaitingForReview = Distribution.Of(merged.Select(hotfix => (TimeSpan?)hotfix.WaitingForReview)),
            WaitingForChecks = Distribution.Of(merged.Select(hotfix => hotfix.WaitingForChecks)),
            WaitingForDeployment = Distribution.Of(merged.Select(hotfix => hotfix.WaitingForDeployment)),
            ChangeFailureRate = Rate.Of(deployments.Count(trouble.Failed.Contains), deployments.Length),
            ReworkRate = Rate.Of(deployments.Count(trouble.Unplanned.Contains), deployments.Length),
        };

        bool IsIn(DeployedCommit deployment) => deployment.At >= from && deployment.At < until;
    }
}
