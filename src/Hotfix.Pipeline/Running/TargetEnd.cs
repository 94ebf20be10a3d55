using Hotfix.Core.Errors;
using Hotfix.Core.Plans;

namespace Hotfix.Pipeline.Running;

/// <summary>How a target ended.</summary>
/// <param name="Facts">What the last look saw.</param>
/// <typeparam name="TFacts">Everything by which it is decided.</typeparam>
internal sealed record TargetEnd<TFacts>(TFacts Facts)
{
    /// <summary>What was in place already, one line each; empty when something was done, or is to be.</summary>
    public IReadOnlyList<string> Found { get; init; } = [];

    /// <summary>What was applied, in order.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; init; } = [];

    /// <summary>What it stopped for; empty when it did not stop.</summary>
    public IReadOnlyList<Wait> Waits { get; init; } = [];

    /// <summary>Why it was not done; empty when it was.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>Whether its plan was only shown.</summary>
    public bool IsRehearsed { get; init; }

    /// <summary>Whether the target's promise is kept.</summary>
    public bool IsDone => !IsRehearsed && Waits.Count == 0 && Refusals.Count == 0;
}
