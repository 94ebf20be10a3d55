namespace Hotfix.Components;

/// <summary>Target <c>Status</c>.</summary>
public interface IReportStatus : IHazHotfix
{
    /// <summary>Prints where the hotfix stands (or which ones are open), what it waits for and who clears it. Changes nothing.</summary>
    Target Status =>
        _ =>
            _.Description("Shows where each hotfix stands, what it waits for, and who clears it")
                .InOrder(this, nameof(Status))
                .Executes(() => Run.ReportStatusAsync());
}
