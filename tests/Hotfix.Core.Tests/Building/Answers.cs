using Hotfix.Core.Plans;

namespace Hotfix.Core.Tests.Building;

/// <summary>Reads an answer in the words of a test.</summary>
internal static class Answers
{
    public static string[] Codes(this PlanResult result) => [.. Assert.IsType<PlanResult.Refused>(result).Refusals.Select(refusal => refusal.Code)];

    /// <summary>The names of the planned steps, in order.</summary>
    public static string Steps(this PlanResult result) => string.Join(' ', Assert.IsType<PlanResult.Ready>(result).Steps.Select(step => step.GetType().Name));

    public static string[] Waits(this PlanResult result) => [.. Assert.IsType<PlanResult.Waiting>(result).Waits.Select(wait => wait.ToString())];

    public static string Evidence(this PlanResult result) => string.Join('\n', Assert.IsType<PlanResult.NothingToDo>(result).Evidence);
}
