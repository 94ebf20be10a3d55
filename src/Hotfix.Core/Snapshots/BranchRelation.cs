namespace Hotfix.Core.Snapshots;

/// <summary>How the local hotfix branch stands to the remote's.</summary>
internal enum BranchRelation
{
    /// <summary>Neither exists.</summary>
    Absent,

    /// <summary>Only the clone has it.</summary>
    LocalOnly,

    /// <summary>Only the remote has it.</summary>
    RemoteOnly,

    /// <summary>Both are at the same commit.</summary>
    Same,

    /// <summary>The clone has commits that the remote lacks.</summary>
    Ahead,

    /// <summary>The remote has commits that the clone lacks.</summary>
    Behind,

    /// <summary>Each has commits that the other lacks.</summary>
    Diverged,
}
