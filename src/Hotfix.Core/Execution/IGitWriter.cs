using Hotfix.Core.Plans;

namespace Hotfix.Core.Execution;

/// <summary>Creates and moves refs, work trees and tags; nothing else does. Each method finds its step done already, does it, or throws; repeating is safe.</summary>
public interface IGitWriter
{
    /// <summary>git-update-ref(8) with an empty expected value.</summary>
    Task<Outcome> ApplyAsync(PlanStep.CreateBranch step, CancellationToken cancellationToken);

    /// <summary>Ancestry is checked; a branch that is checked out takes its work tree along (git-merge(1) <c>--ff-only</c>).</summary>
    Task<Outcome> ApplyAsync(PlanStep.FastForwardBranch step, CancellationToken cancellationToken);

    /// <summary>git-switch(1), which refuses to lose local changes.</summary>
    Task<Outcome> ApplyAsync(PlanStep.CheckOutBranch step, CancellationToken cancellationToken);

    /// <summary>git-worktree(1) <c>add</c>.</summary>
    Task<Outcome> ApplyAsync(PlanStep.AddWorktree step, CancellationToken cancellationToken);

    /// <summary>git-cherry-pick(1) <c>-x</c>, git-am(1) or git-apply(1) <c>--index</c> and a commit; undone as a whole when it stops half-way.</summary>
    Task<Outcome> ApplyAsync(PlanStep.ApplyFix step, CancellationToken cancellationToken);

    /// <summary>git-push(1) <c>--porcelain --force-with-lease=ref:expected</c> after an ancestry check.</summary>
    Task<Outcome> ApplyAsync(PlanStep.PushBranch step, CancellationToken cancellationToken);

    /// <summary>Makes the tag object (git-mktag(1)) and pushes it with an empty expected value; no local ref is made.</summary>
    Task<Outcome> ApplyAsync(PlanStep.CreateTag step, CancellationToken cancellationToken);
}
