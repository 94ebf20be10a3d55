namespace Hotfix.Core.Snapshots;

/// <summary>One job of a workflow run's newest attempt.</summary>
/// <param name="Id">GitHub's number; also that of its check run.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="State">What it means.</param>
/// <param name="Detail">GitHub's own word, unknown ones included.</param>
/// <param name="Url">Its page; empty when it has none.</param>
/// <param name="Step">The step that failed, else the one that is running; empty when there is none.</param>
internal sealed record WorkflowJob(long Id, string Name, RunState State, string Detail, string Url, string Step = "")
{
    /// <summary>Whether a runner took it: a job that was cancelled before that has no steps.</summary>
    public bool HasStarted { get; init; }

    /// <summary>Whether it has come to an end, good or bad.</summary>
    public bool IsOver => State is RunState.Succeeded or RunState.Skipped or RunState.Failed or RunState.Cancelled;
}
