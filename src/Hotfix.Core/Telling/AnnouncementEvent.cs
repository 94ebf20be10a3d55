namespace Hotfix.Core.Telling;

/// <summary>What a hotfix tells the world about.</summary>
internal enum AnnouncementEvent
{
    /// <summary>Its branch was created.</summary>
    Started,

    /// <summary>Its pull request was opened.</summary>
    PullRequestOpened,

    /// <summary>It waits for somebody, or was refused.</summary>
    Blocked,

    /// <summary>It is on its base branch.</summary>
    Merged,

    /// <summary>It runs where it is tried out.</summary>
    Staged,

    /// <summary>Its release is published.</summary>
    Released,

    /// <summary>It runs in production.</summary>
    Deployed,

    /// <summary>Production went back to what it ran before.</summary>
    RolledBack,

    /// <summary>Nothing is left to do.</summary>
    Finished,

    /// <summary>It was given up.</summary>
    Abandoned,
}
