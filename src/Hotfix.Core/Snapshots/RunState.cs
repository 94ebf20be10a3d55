namespace Hotfix.Core.Snapshots;

/// <summary>How far a workflow run or job is.</summary>
internal enum RunState
{
    /// <summary><c>queued</c>, <c>requested</c>, <c>pending</c>, or a word that this software does not know: never success.</summary>
    Queued,

    /// <summary><c>waiting</c> for an environment, or concluded <c>action_required</c>: somebody has to approve.</summary>
    Waiting,

    /// <summary><c>in_progress</c>.</summary>
    InProgress,

    /// <summary>Concluded <c>success</c>.</summary>
    Succeeded,

    /// <summary>Concluded <c>skipped</c> or <c>neutral</c>.</summary>
    Skipped,

    /// <summary>Concluded <c>failure</c>, <c>timed_out</c>, <c>stale</c> or <c>startup_failure</c>.</summary>
    Failed,

    /// <summary>Concluded <c>cancelled</c>.</summary>
    Cancelled,
}
