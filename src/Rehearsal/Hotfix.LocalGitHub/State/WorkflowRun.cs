namespace Hotfix.LocalGitHub.State;

internal sealed class WorkflowRun(long id, Workflow workflow, CheckSuite suite, RunOrigin origin, DateTimeOffset at)
{
    public long Id { get; } = id;

    public Workflow Workflow { get; } = workflow;

    public CheckSuite Suite { get; } = suite;

    public Account Actor { get; } = origin.Actor;

    public DateTimeOffset CreatedAt { get; } = at;

    public DateTimeOffset UpdatedAt { get; set; } = at;

    public required int Number { get; init; }

    public string Event { get; } = origin.Event;

    public string? HeadBranch { get; } = origin.Branch;

    public string HeadSha { get; } = origin.Sha;

    public required string WorkflowName { get; init; }

    /// <summary>Also the run's title.</summary>
    public required string Title { get; init; }

    public IReadOnlyDictionary<string, string> Inputs { get; } = origin.Inputs;

    public int Attempt { get; set; } = 1;

    public string Status { get; set; } = "queued";

    public string? Conclusion { get; set; }

    public List<WorkflowJob> Jobs { get; } = [];

    /// <summary>What holds the run; its status is <c>waiting</c> while there is any.</summary>
    public List<RunGate> Gates { get; } = [];
}
