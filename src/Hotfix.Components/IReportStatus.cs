namespace Hotfix.Components;

/// <summary>Target <c>Status</c>.</summary>
public interface IReportStatus : IHazHotfix
{
    /// <summary>Prints where the hotfix stands (or which ones are open), what it waits for and who clears it. Changes nothing.</summary>
    Target Status => _ => _
        .Description("Shows where each hotfix stands, what it waits for, and who clears it")
        .TryAfter<IRelease>(x => x.Release)
        .TryAfter<IHotfix>(x => x.Hotfix)
        .TryAfter<IDeploy>(x => x.Deploy)
        .TryAfter<IAwaitDeploy>(x => x.AwaitDeploy)
        .TryAfter<IVerify>(x => x.Verify)
        .TryAfter<IRollback>(x => x.Rollback)
        .TryAfter<IAbandon>(x => x.Abandon)
        .TryAfter<IDescribeRelease>(x => x.DescribeRelease)
        .Executes(() => Run.ReportStatusAsync());
}
