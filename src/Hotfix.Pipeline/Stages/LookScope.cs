namespace Hotfix.Pipeline.Stages;

/// <summary>How far a look goes; each includes the one before.</summary>
internal enum LookScope
{
    /// <summary>The clone, the remote, the branch; GitHub only when a credential is at hand.</summary>
    Branch,

    /// <summary>The pull request too.</summary>
    PullRequest,

    /// <summary>And, once merged, the release.</summary>
    Release,
}
