using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Pipeline.Applying;

/// <summary>Applies the steps that make commits and propose them; each ends with its pull request, and goes on where it broke off.</summary>
internal sealed class ProposalAppliers(Services services)
{
    public async Task<Outcome> ApplyAsync(PlanStep.CarryOver step, CancellationToken cancellationToken)
    {
        CommitSha tip = await services.Picking.ApplyAsync(step.Preview, step.Draft.HeadBranch, step.Note, cancellationToken);
        return await ProposeAsync(step, tip, isPushed: false, step.Draft, cancellationToken);
    }

    public async Task<Outcome> ApplyAsync(PlanStep.OpenRevert step, CancellationToken cancellationToken)
    {
        CommitSha head = step.Pushed ?? await services.Reverting.CommitAsync(step.Preview, step.Draft.Title, cancellationToken);
        return await ProposeAsync(step, head, isPushed: step.Pushed is not null, step.Draft, cancellationToken);
    }

    // The parts of one step, which has told of them.
    private async Task<Outcome> ProposeAsync(PlanStep step, CommitSha head, bool isPushed, PullRequestDraft draft, CancellationToken cancellationToken)
    {
        (PlanStep.PushBranch push, PlanStep.OpenPullRequest open) = PlanStep.Propose(draft, head);
        if (!isPushed)
            await services.GitWriter.ApplyAsync(push, cancellationToken);

        Outcome opened = await services.GitHubWriter.ApplyAsync(open, cancellationToken);
        return new Outcome(step, $"{head.Short}, {opened.Evidence}", opened.WasFound);
    }
}
