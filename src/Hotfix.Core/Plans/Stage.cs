namespace Hotfix.Core.Plans;

/// <summary>The steps of the standard lane, in their order. Each is one target.</summary>
public enum Stage
{
    /// <summary>Target <c>CreateHotfixBranch</c>.</summary>
    Branch,

    /// <summary>Target <c>Test</c>.</summary>
    Test,

    /// <summary>Target <c>OpenPR</c>.</summary>
    PullRequest,

    /// <summary>Target <c>AwaitMerge</c>.</summary>
    Merge,

    /// <summary>Target <c>Release</c>.</summary>
    Release,
}
