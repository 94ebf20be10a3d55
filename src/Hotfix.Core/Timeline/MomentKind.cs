namespace Hotfix.Core.Timeline;

/// <summary>What happened at a moment of a hotfix, in the order in which it usually happens.</summary>
internal enum MomentKind
{
    /// <summary>The trouble began, where somebody said when.</summary>
    Incident,

    /// <summary>The first commit of the fix.</summary>
    FirstCommit,

    /// <summary>The pull request was opened.</summary>
    PullRequest,

    /// <summary>Somebody looked at it for the first time, with whatever result.</summary>
    FirstReview,

    /// <summary>An approval; there may be several.</summary>
    Approval,

    /// <summary>It is on its base branch.</summary>
    Merge,

    /// <summary>The release is published.</summary>
    Release,

    /// <summary>It runs where it is tried out.</summary>
    Staging,

    /// <summary>It runs in production.</summary>
    Production,

    /// <summary>Production was seen to run it.</summary>
    Verification,

    /// <summary>The newer line has it, too.</summary>
    ForwardPort,
}
