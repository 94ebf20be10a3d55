using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Plans;
using Hotfix.Core.Requests;
using Hotfix.Pipeline.Running;

namespace Hotfix.Pipeline.ForwardPorting;

/// <summary>Target <c>ForwardPort</c>, for one debt.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="debt">What one look saw of it.</param>
internal sealed class ForwardPortDefinition(ForwardPortRequest request, ForwardPortSeen debt) : Definition<ForwardPortSeen>
{
    public override Task<ForwardPortSeen> LookAsync(CancellationToken cancellationToken) => Task.FromResult(debt);

    public override PlanResult Plan(ForwardPortSeen facts) => ForwardPortPlanner.Plan(request, facts);

    // A pull request is not yet a merge.
    public override Task<Proof> ProveAsync(ForwardPortSeen facts, IReadOnlyList<Outcome> outcomes, CancellationToken cancellationToken) =>
        Task.FromResult(
            Proof.WaitingFor([
                .. outcomes
                    .Where(outcome => outcome.Step is not PlanStep.CloseDebt)
                    .Select(outcome => ForwardPortPlanner.WaitFor(request, facts, Name(outcome, facts), Conflicts(outcome.Step, facts))),
            ])
        );

    private static string Name(Outcome outcome, ForwardPortSeen seen) =>
        outcome.Step is PlanStep.AddLabels ? $"#{seen.PullRequest!.Number} ({seen.PullRequest.Url})" : outcome.Evidence;

    private static IReadOnlyList<string> Conflicts(PlanStep step, ForwardPortSeen seen) =>
        step is PlanStep.CarryOver or PlanStep.OpenPullRequest || seen.PullRequest is { IsDraft: true } ? seen.Preview?.Conflict?.Files ?? [] : [];
}
