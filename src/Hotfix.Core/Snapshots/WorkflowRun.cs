using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>One run of a workflow file.</summary>
/// <param name="Id">GitHub's number; stays through re-runs.</param>
/// <param name="Name">The workflow's name.</param>
/// <param name="Title">The run's own title, its evaluated <c>run-name</c>.</param>
/// <param name="State">What it means.</param>
/// <param name="Detail">GitHub's own word, unknown ones included.</param>
/// <param name="HeadSha">The commit whose workflow file runs.</param>
/// <param name="Url">Its page.</param>
/// <param name="CreatedAt">When it was asked for.</param>
internal sealed record WorkflowRun(long Id, string Name, string Title, RunState State, string Detail, CommitSha HeadSha, string Url, DateTimeOffset CreatedAt)
{
    /// <summary>Started on purpose by somebody who may write; anybody can give a run of a pull request any title.</summary>
    public const string Dispatched = "workflow_dispatch";

    /// <summary>What started it: <c>workflow_dispatch</c>, <c>push</c>, …</summary>
    public string Event { get; init; } = "";

    /// <summary>The branch or tag that it is on; empty when it has none.</summary>
    public string HeadBranch { get; init; } = "";

    /// <summary>Path of the workflow file in the repository.</summary>
    public string Path { get; init; } = "";

    /// <summary>Who started it; empty when the account is gone.</summary>
    public string Actor { get; init; } = "";

    /// <summary>1, and one more with each re-run.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Whether it has come to an end, good or bad.</summary>
    public bool IsOver => State is RunState.Succeeded or RunState.Skipped or RunState.Failed or RunState.Cancelled;
}
