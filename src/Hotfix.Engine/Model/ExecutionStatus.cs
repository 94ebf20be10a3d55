namespace Nuke.Common.Execution;

/// <summary>Where a target stands in the run.</summary>
public enum ExecutionStatus
{
    /// <summary>Not part of the execution plan.</summary>
    None,

    /// <summary>Planned, not reached yet.</summary>
    Scheduled,

    /// <summary>Planned, but the build ended before it.</summary>
    NotRun,

    /// <summary>Left out by a condition, by <c>--skip</c>, or because nothing that runs needs it.</summary>
    Skipped,

    /// <summary>Ran to its end.</summary>
    Succeeded,

    /// <summary>Threw.</summary>
    Failed,

    /// <summary>Running now.</summary>
    Running,

    /// <summary>Was running when the build was interrupted.</summary>
    Aborted,

    /// <summary>Has no action of its own: it only gathers dependencies.</summary>
    Collective,
}
