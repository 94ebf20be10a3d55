namespace Hotfix.Core.Timeline;

/// <summary>Where the time of a hotfix goes.</summary>
internal enum Occupation
{
    /// <summary>Before the pull request: finding and fixing it.</summary>
    Author,

    /// <summary>The pull request is open and a check runs.</summary>
    Checks,

    /// <summary>The pull request is open, no check runs, and an approval is still to come.</summary>
    Review,

    /// <summary>The pull request is open, no check runs, all approvals are there, and it is not merged.</summary>
    Queue,

    /// <summary>Merged, and not released.</summary>
    Release,

    /// <summary>Released, and not yet seen to run in production.</summary>
    Deployment,
}
