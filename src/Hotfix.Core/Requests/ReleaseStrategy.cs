namespace Hotfix.Core.Requests;

/// <summary>Who makes the release.</summary>
internal enum ReleaseStrategy
{
    /// <summary>This software: tag and GitHub release.</summary>
    Publish,

    /// <summary>The team's own release workflow, which is started and followed to its end.</summary>
    Dispatch,

    /// <summary>release-please: its pending pull request is merged, and its tag waited for.</summary>
    ReleasePlease,

    /// <summary>Something else, such as semantic-release: its tag is waited for.</summary>
    AwaitTag,
}
