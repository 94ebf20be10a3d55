using Hotfix.Core.Plans;

namespace Hotfix.Core.Adopting;

/// <summary>What has to be done to a repository so that it has the hotfix path.</summary>
/// <param name="New">Files that are not there yet.</param>
/// <param name="Found">Paths that are there as they should be, or whose part another file plays.</param>
/// <param name="Differing">Files that are there with another text; they are written only by consent, each with its expected present text.</param>
internal sealed record AdoptionPlan(IReadOnlyList<PlanStep.WriteFile> New, IReadOnlyList<string> Found, IReadOnlyList<PlanStep.WriteFile> Differing)
{
    /// <summary>Files that are as an earlier run wrote them, and of which there is a newer text; and settings that were asked for.</summary>
    public IReadOnlyList<PlanStep.WriteFile> Updated { get; init; } = [];

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsDone => New.Count == 0 && Differing.Count == 0 && Updated.Count == 0;
}
