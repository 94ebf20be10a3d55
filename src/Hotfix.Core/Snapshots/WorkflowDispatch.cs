using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>A workflow to be started by hand, so to speak.</summary>
/// <param name="File">File name, <c>release.yml</c>; it must be on the default branch.</param>
/// <param name="Branch">The branch whose copy of the file runs: the default branch. What is to be released is passed as inputs.</param>
/// <param name="Inputs">By name; at most 25, GitHub takes no others than the file declares.</param>
/// <param name="CorrelationId">A word that no other run's title contains; the run is found again by it.</param>
internal sealed record WorkflowDispatch(string File, BranchName Branch, IReadOnlyDictionary<string, string> Inputs, string CorrelationId)
{
    /// <summary>The input that takes the id, which the file's <c>run-name</c> shows; <c>null</c> for a workflow that has none.</summary>
    public string? CorrelationInput { get; init; } = "correlation-id";
}
