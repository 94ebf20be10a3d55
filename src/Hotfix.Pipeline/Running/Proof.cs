using Hotfix.Core.Plans;

namespace Hotfix.Pipeline.Running;

/// <summary>What the look after a plan was applied comes to.</summary>
/// <param name="IsOver">Whether the target has done its part; else it looks and plans again.</param>
/// <param name="Waits">What is waited for from here on; empty when the target's promise is kept.</param>
internal sealed record Proof(bool IsOver, IReadOnlyList<Wait> Waits)
{
    /// <summary>The promise is kept.</summary>
    public static Proof Kept { get; } = new(IsOver: true, []);

    /// <summary>What was applied only brought it nearer, or does not show yet.</summary>
    public static Proof NotYet { get; } = new(IsOver: false, []);

    /// <summary>It is somebody's move; with nobody's, the promise is kept.</summary>
    public static Proof WaitingFor(IReadOnlyList<Wait> waits) => new(IsOver: true, waits);
}
