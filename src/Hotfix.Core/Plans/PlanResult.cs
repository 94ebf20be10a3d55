using Hotfix.Core.Errors;

namespace Hotfix.Core.Plans;

/// <summary>The planner's answer for one stage.</summary>
public abstract record PlanResult
{
    private PlanResult()
    {
    }

    /// <summary>There is something to do, and nothing stands in the way.</summary>
    /// <param name="Steps">In order; at least one.</param>
    /// <param name="Notes">What people should know before it is done, such as an empty set of required checks.</param>
    public sealed record Ready(IReadOnlyList<PlanStep> Steps, IReadOnlyList<string> Notes) : PlanResult;

    /// <summary>What the stage promises is true already.</summary>
    /// <param name="Evidence">What was found, one line each.</param>
    public sealed record NothingToDo(IReadOnlyList<string> Evidence) : PlanResult;

    /// <summary>Nothing is wrong; it is somebody's move.</summary>
    /// <param name="Waits">Whose, and for what; at least one.</param>
    public sealed record Waiting(IReadOnlyList<Wait> Waits) : PlanResult;

    /// <summary>It will not be done; all reasons, not the first.</summary>
    /// <param name="Refusals">At least one.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : PlanResult;

    internal static PlanResult Done(params string[] evidence) => new NothingToDo(evidence);

    internal static PlanResult Do(IEnumerable<PlanStep> steps, params string[] notes) => new Ready([.. steps], notes);

    internal static PlanResult Refuse(params Refusal[] refusals) => new Refused(refusals);
}
