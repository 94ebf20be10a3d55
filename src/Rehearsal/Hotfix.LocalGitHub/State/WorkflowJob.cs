namespace Hotfix.LocalGitHub.State;

internal sealed class WorkflowJob(long id, string name, CheckRun check)
{
    public long Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>Actions reports every job as a check run of the same name.</summary>
    public CheckRun Check { get; } = check;

    public IReadOnlyList<WorkflowStepReport> Steps { get; set; } = [];

    public string Log { get; set; } = "";

    /// <summary>What the job deploys to; <c>null</c> without an environment.</summary>
    public Deployment? Deployment { get; set; }

    /// <summary>Opens the log without a token, as GitHub's signed addresses do.</summary>
    public string Signature { get; } = Guid.NewGuid().ToString("N");

    public string Status => Check.Status;

    public string? Conclusion => Check.Conclusion;
}
