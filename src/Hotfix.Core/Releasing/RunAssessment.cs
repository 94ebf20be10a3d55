using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Releasing;

/// <summary>Reads a workflow run with its jobs and gates.</summary>
internal static class RunAssessment
{
    /// <summary>Where it stands. A run that was skipped as a whole did not do what it was started for.</summary>
    /// <param name="run">The run.</param>
    /// <param name="jobs">Jobs of its newest attempt.</param>
    /// <param name="gates">What holds it; only asked for while it waits.</param>
    public static RunVerdict Assess(WorkflowRun run, IReadOnlyList<WorkflowJob> jobs, IReadOnlyList<RunGate> gates) =>
        run.State switch
        {
            RunState.Succeeded => new RunVerdict.Succeeded(run),
            RunState.Cancelled when !jobs.Any(job => job.HasStarted) => new RunVerdict.Dropped(run),
            RunState.Cancelled => new RunVerdict.Stopped(run),
            RunState.Failed or RunState.Skipped => new RunVerdict.Failed(run, [.. jobs.Where(job => job.State == RunState.Failed)]),
            RunState.Waiting => new RunVerdict.Held(gates.Count > 0 ? [.. gates.Select(gate => Held(gate, run))] : [Unapproved(run)]),
            _ => new RunVerdict.Running([.. jobs.Select(Line)]),
        };

    private static string Line(WorkflowJob job) => $"{job.Name}: {job.Detail.Replace('_', ' ')}{(job.Step.Length > 0 ? $" ({job.Step})" : "")}";

    private static Wait Held(RunGate gate, WorkflowRun run)
    {
        if (gate.Reviewers.Count > 0)
        {
            string who = string.Join(" or ", gate.Reviewers) + (gate.CanApprove ? ", and this credential can" : "");
            return new Wait($"environment '{gate.Environment}' holds the run", $"{who}: {run.Url}", IsPerson: true);
        }

        string until = gate.WaitsSince is { } since ? $"its timer, at {since + gate.WaitTimer:u}" : "its own rule";
        return new Wait($"environment '{gate.Environment}' holds the run", $"{until}: {run.Url}", IsPerson: false);
    }

    // Runs of a first-time contributor, or of a pull request that GITHUB_TOKEN opened.
    private static Wait Unapproved(WorkflowRun run) => new("the run waits for approval", $"somebody with write access: {run.Url}", IsPerson: true);
}
