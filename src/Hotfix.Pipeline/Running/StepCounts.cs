using Hotfix.Core.Plans;

namespace Hotfix.Pipeline.Running;

/// <summary>How often each step of a target was applied in one run.</summary>
internal sealed class StepCounts
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>How often the most frequent of a plan's steps was applied; 0 for a plan that is new.</summary>
    public int Of(IReadOnlyList<PlanStep> steps) => steps.Max(step => _counts.GetValueOrDefault(step.Describe()));

    /// <summary>They were applied.</summary>
    public void Add(IReadOnlyList<PlanStep> steps)
    {
        foreach (string name in steps.Select(step => step.Describe()))
            _counts[name] = _counts.GetValueOrDefault(name) + 1;
    }
}
