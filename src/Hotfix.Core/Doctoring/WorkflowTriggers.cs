using Hotfix.Core.Conventions;

namespace Hotfix.Core.Doctoring;

/// <summary>What starts a workflow file.</summary>
/// <param name="Path"><c>.github/workflows/ci.yml</c>.</param>
internal sealed record WorkflowTriggers(string Path)
{
    /// <summary>Why the file cannot be understood; <c>null</c> when it can.</summary>
    public string? Problem { get; init; }

    /// <summary>Inputs of <c>workflow_dispatch</c>; <c>null</c> when it cannot be started by hand.</summary>
    public IReadOnlyList<WorkflowInput>? Dispatch { get; init; }

    /// <summary>Base branches whose pull requests start it; <c>null</c> when none do.</summary>
    public RefFilter? PullRequests { get; init; }

    /// <summary>Whether it is left out by the paths that a pull request changes; its checks then never report.</summary>
    public bool HasPathFilter { get; init; }

    /// <summary>Tags whose push starts it; <c>null</c> when none do.</summary>
    public RefFilter? Tags { get; init; }

    /// <summary>Whether the groups of a merge queue start it.</summary>
    public bool TakesMergeGroups { get; init; }

    /// <summary>Steps of it that check how pull requests are titled.</summary>
    public IReadOnlyList<TitleCheck> TitleChecks { get; init; } = [];

    /// <summary><c>ci.yml</c>.</summary>
    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];
}
