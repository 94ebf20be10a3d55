namespace Hotfix.LocalGitHub;

/// <summary>What a test or drill says about one job of a run; a job of that name is made, or brought up to date.</summary>
/// <param name="Name">Also the name of the job's check run.</param>
/// <param name="Conclusion"><c>success</c>, <c>failure</c>, …; <c>null</c> while it runs.</param>
public sealed record WorkflowJobReport(string Name, string? Conclusion)
{
    /// <summary>While it has no conclusion: <c>queued</c>, <c>waiting</c> or <c>in_progress</c>.</summary>
    public string Status { get; init; } = "in_progress";

    /// <summary>The environment that the job names: a deployment to it goes along with the job, as on GitHub. <c>null</c> without one.</summary>
    public string? Environment { get; init; }

    /// <summary>In order.</summary>
    public IReadOnlyList<WorkflowStepReport> Steps { get; init; } = [];

    /// <summary>The job's log as text.</summary>
    public string Log { get; init; } = "";
}
