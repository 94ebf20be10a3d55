namespace Hotfix.Core.Snapshots;

/// <summary>How far a deployment is.</summary>
internal enum DeploymentState
{
    /// <summary><c>queued</c>, <c>pending</c>, <c>waiting</c>, no status yet, or a word that this software does not know: never success.</summary>
    Pending,

    /// <summary><c>in_progress</c>.</summary>
    InProgress,

    /// <summary><c>success</c>: the environment runs it.</summary>
    Succeeded,

    /// <summary><c>failure</c> or <c>error</c>.</summary>
    Failed,

    /// <summary><c>inactive</c>: something else was deployed over it, or it was taken down.</summary>
    Inactive,
}
