namespace Hotfix.Core.Snapshots;

/// <summary>Where a pull request stands.</summary>
internal enum PullRequestState
{
    /// <summary>May still be merged.</summary>
    Open,

    /// <summary>Closed without merging.</summary>
    Closed,

    /// <summary>In its base branch.</summary>
    Merged,
}
