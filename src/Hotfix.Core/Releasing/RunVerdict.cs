using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Releasing;

/// <summary>Where a workflow run that is followed stands.</summary>
internal abstract record RunVerdict
{
    private RunVerdict() { }

    /// <summary>It works, or will.</summary>
    /// <param name="Lines">One line for each job, to be shown when it changes.</param>
    public sealed record Running(IReadOnlyList<string> Lines) : RunVerdict;

    /// <summary>It is held.</summary>
    /// <param name="Waits">What for, and who or what clears it; at least one.</param>
    public sealed record Held(IReadOnlyList<Wait> Waits) : RunVerdict;

    /// <summary>It ended well.</summary>
    /// <param name="Run">The run.</param>
    public sealed record Succeeded(WorkflowRun Run) : RunVerdict;

    /// <summary>It ended badly.</summary>
    /// <param name="Run">The run.</param>
    /// <param name="Jobs">The jobs that failed; empty when it failed before any job.</param>
    public sealed record Failed(WorkflowRun Run, IReadOnlyList<WorkflowJob> Jobs) : RunVerdict;

    /// <summary>It was cancelled before any job began: a newer run took its place in the queue, and it may be started again.</summary>
    /// <param name="Run">The run.</param>
    public sealed record Dropped(WorkflowRun Run) : RunVerdict;

    /// <summary>Somebody stopped it while it worked: what it did is not known, and nobody starts it again without looking.</summary>
    /// <param name="Run">The run.</param>
    public sealed record Stopped(WorkflowRun Run) : RunVerdict;
}
