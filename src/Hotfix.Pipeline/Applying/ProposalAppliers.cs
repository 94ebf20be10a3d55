using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Pipeline.Applying;

/// <summary>Applies the steps that make commits and propose them; each ends with its pull request, and goes on where it broke off.</summary>
internal sealed class ProposalAppliers(Services services)
{
    public async Task<Outcome> ApplyAsync(PlanStep.CarryOver step, CancellationToken cancellationToken)
    {
        CommitSha tip = await services.Picking(step.Signing).ApplyAsync(step.Preview, step.Draft.HeadBranch, step.Note, cancellationToken);
        if (step.Signing == CommitSigning.ByGitHub)
            tip = await new GitHubSigning(services).SignAsync(step.Draft.HeadBranch, step.Preview.Onto, tip, cancellationToken);

        return await ProposeAsync(step, tip, isPushed: false, step.Draft, cancellationToken);
    }

    public async Task<Outcome> ApplyAsync(PlanStep.OpenRevert step, CancellationToken cancellationToken)
    {
        CommitSha head = step.Pushed ?? await services.Reverting(step.Signing).CommitAsync(step.Preview, step.Draft.Title, cancellationToken);
        if (step is { Pushed: null, Signing: CommitSigning.ByGitHub })
            head = await new GitHubSigning(services).SignAsync(step.Preview.Onto, head, cancellationToken);

        return await ProposeAsync(step, head, isPushed: step.Pushed is not null, step.Draft, cancellationToken);
    }

    public async Task<Outcome> ApplyAsync(PlanStep.ApplyFix step, CancellationToken cancellationToken)
    {
        Outcome applied = await services.GitWriter.ApplyAsync(step, cancellationToken);
        if (step.Signing != CommitSigning.ByGitHub || applied.WasFound)
            return applied;

        CommitSha tip = await services.GitReader.ReadBranchAsync(step.Branch, cancellationToken) ?? step.ExpectedTip;
        CommitSha signed = await new GitHubSigning(services).SignAsync(step.Branch, step.ExpectedTip, tip, cancellationToken);
        return new Outcome(step, $"{step.Branch} is at {signed}, signed by GitHub");
    }

    // The parts of one step, which has told of them.
    private async Task<Outcome> ProposeAsync(PlanStep step, CommitSha head, bool isPushed, PullRequestDraft draft, CancellationToken cancellationToken)
    {
        (PlanStep.PushBranch push, PlanStep.OpenPullRequest open) = PlanStep.Propose(draft, head);
        if (!isPushed)
            await services.GitWriter.ApplyAsync(push, cancellationToken);

        Outcome opened = await services.RequiredGitHub.Opening.ApplyAsync(open, cancellationToken);
        return new Outcome(step, $"{head.Short}, {opened.Evidence}", opened.WasFound);
    }
}
