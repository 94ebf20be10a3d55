using Hotfix.Core.Errors;

namespace Hotfix.Core.Plans;

/// <summary>The planner's answer for one stage.</summary>
internal abstract record PlanResult
{
    private PlanResult() { }

    /// <summary>Where it stands, for people; a line for each refusal's part.</summary>
    public abstract string Describe();

    /// <summary>There is something to do, and nothing stands in the way.</summary>
    /// <param name="Steps">In order; at least one.</param>
    /// <param name="Notes">What people should know before it is done, such as an empty set of required checks.</param>
    public sealed record Ready(IReadOnlyList<PlanStep> Steps, IReadOnlyList<string> Notes) : PlanResult
    {
        /// <inheritdoc/>
        public override string Describe() => $"next: {string.Join("; ", Steps.Select(step => step.Describe()))}";
    }

    /// <summary>What the stage promises is true already.</summary>
    /// <param name="Evidence">What was found, one line each.</param>
    public sealed record NothingToDo(IReadOnlyList<string> Evidence) : PlanResult
    {
        /// <inheritdoc/>
        public override string Describe() => $"done: {string.Join("; ", Evidence)}";
    }

    /// <summary>Nothing is wrong; it is somebody's move.</summary>
    /// <param name="Waits">Whose, and for what; at least one.</param>
    public sealed record Waiting(IReadOnlyList<Wait> Waits) : PlanResult
    {
        /// <inheritdoc/>
        public override string Describe() => $"waits: {string.Join("; ", Waits)}";
    }

    /// <summary>It will not be done; all reasons, not the first.</summary>
    /// <param name="Refusals">At least one.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : PlanResult
    {
        /// <inheritdoc/>
        public override string Describe() => $"stopped: {string.Join("\n", Refusals.Select(refusal => refusal.ToString()))}";
    }

    internal static PlanResult Done(params string[] evidence) => new NothingToDo(evidence);

    internal static PlanResult Do(IEnumerable<PlanStep> steps, params string[] notes) => new Ready([.. steps], notes);

    internal static PlanResult Refuse(params Refusal[] refusals) => new Refused(refusals);
}
