namespace Hotfix.Core.Plans;

/// <summary>What became of one step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Evidence">One line: the number, sha or address that came back, or what was found in place already.</param>
/// <param name="WasFound">Whether it turned out to be done already, so that nothing was changed.</param>
internal sealed record Outcome(PlanStep Step, string Evidence, bool WasFound = false);
