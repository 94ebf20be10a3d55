using Hotfix.Core.Plans;

namespace Hotfix.Core.Execution;

/// <summary>Deletes branches; nothing else does. Each method finds its step done already, does it, or throws; repeating is safe.</summary>
public interface IBranchDeleting
{
    /// <summary>git-push(1) <c>--force-with-lease=ref:expected</c> of nothing.</summary>
    /// <exception cref="Errors.HotfixException">HF2040 when it is elsewhere, HF2041 when the remote refuses.</exception>
    Task<Outcome> ApplyAsync(PlanStep.DeleteRemoteBranch step, CancellationToken cancellationToken);

    /// <summary>git-update-ref(1) <c>-d</c> with the expected value.</summary>
    /// <exception cref="Errors.HotfixException">HF2032 when it is elsewhere.</exception>
    Task<Outcome> ApplyAsync(PlanStep.DeleteBranch step, CancellationToken cancellationToken);
}
