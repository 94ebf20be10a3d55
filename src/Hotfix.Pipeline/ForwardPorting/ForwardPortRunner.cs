using Hotfix.Core.Execution;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;

namespace Hotfix.Pipeline.ForwardPorting;

/// <summary>Applies the steps of a forward-port, exactly as they were planned.</summary>
/// <param name="picking">Makes the commits and their branch.</param>
/// <param name="git">Pushes.</param>
/// <param name="github">Opens pull requests.</param>
/// <param name="issues">Closes the debt.</param>
public sealed class ForwardPortRunner(ICommitPicking picking, IGitWriter git, IGitHubWriter github, DebtRunner issues)
{
    /// <summary>Applies one step; repeating is safe.</summary>
    public async Task<Outcome> ApplyAsync(PlanStep step, CancellationToken cancellationToken) => step switch
    {
        PlanStep.CarryOver s => await CarryAsync(s, cancellationToken),
        PlanStep.OpenPullRequest s => await github.ApplyAsync(s, cancellationToken),
        PlanStep.AddLabels s => await github.ApplyAsync(s, cancellationToken),
        _ => await issues.ApplyAsync(step, cancellationToken),
    };

    private async Task<Outcome> CarryAsync(PlanStep.CarryOver step, CancellationToken cancellationToken)
    {
        CommitSha tip = await picking.ApplyAsync(step.Preview, step.Draft.HeadBranch, step.Note, cancellationToken);
        await git.ApplyAsync(new PlanStep.PushBranch(step.Draft.HeadBranch, tip, ExpectedRemoteTip: null), cancellationToken);
        Outcome opened = await github.ApplyAsync(new PlanStep.OpenPullRequest(step.Draft with { HeadSha = tip }), cancellationToken);
        return new Outcome(step, $"{tip.Short}, {opened.Evidence}", opened.WasFound);
    }
}
