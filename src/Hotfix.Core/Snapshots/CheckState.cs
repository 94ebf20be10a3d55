namespace Hotfix.Core.Snapshots;

/// <summary>What a check's status and conclusion mean for merging.</summary>
internal enum CheckState
{
    /// <summary>Queued, in progress, waiting, requested, pending, or a word that this software does not know: never success.</summary>
    Pending,

    /// <summary>Concluded <c>success</c>.</summary>
    Passed,

    /// <summary>Concluded <c>skipped</c> or <c>neutral</c>: GitHub lets it merge; it is shown as what it is.</summary>
    Skipped,

    /// <summary>Concluded <c>failure</c>, <c>error</c>, <c>timed_out</c>, <c>cancelled</c>, <c>stale</c> or <c>startup_failure</c>.</summary>
    Failed,

    /// <summary>Concluded <c>action_required</c>: a person has to approve the run.</summary>
    ActionRequired,
}
