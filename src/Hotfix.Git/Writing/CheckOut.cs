using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Git.Reading;

namespace Hotfix.Git.Writing;

/// <summary>Brings a branch into the present work tree, or into a new linked one.</summary>
internal sealed class CheckOut(GitCommandLine git)
{
    public async Task<Outcome> SwitchAsync(PlanStep.CheckOutBranch step, CancellationToken cancellationToken)
    {
        CommitSha? tip = await Branches.ReadTipAsync(git, step.Branch, cancellationToken);
        BranchErrors.RequireTip(step.Branch, step.ExpectedTip, tip);
        if (await IsCheckedOutAsync(step.Branch, cancellationToken))
            return new Outcome(step, $"{step.Branch} is checked out already", WasFound: true);

        GitResult result = await git.RunAsync(["switch", "--quiet", "--no-guess", step.Branch.Value], cancellationToken);

        // Files that nobody has changed, and git shows as changed all the same, are no reason to stay: their bytes are in the commit.
        if (
            !result.IsSuccess
            && await TreeStatus.ReadAsync(git, directory: null, withUntracked: false, cancellationToken) is ({ Changed.Count: 0 }, { Count: > 0 })
        )
        {
            result = await git.RunAsync(["switch", "--quiet", "--no-guess", "--discard-changes", step.Branch.Value], cancellationToken);
        }

        // A post-checkout hook's exit code becomes git's own although the branch is checked out by then.
        if (!result.IsSuccess && !await IsCheckedOutAsync(step.Branch, cancellationToken))
        {
            await BranchErrors.RequireNoLockAsync(git, directory: null, cancellationToken);
            throw await BranchErrors.WorkTreeInTheWayAsync(git, (step.Branch, null), result, cancellationToken);
        }

        return new Outcome(step, $"{step.Branch} is checked out at {step.ExpectedTip.Short}");
    }

    private async Task<bool> IsCheckedOutAsync(BranchName branch, CancellationToken cancellationToken)
    {
        GitResult head = await git.RunAsync(["symbolic-ref", "--quiet", "HEAD"], cancellationToken);
        return head.ExitCode switch
        {
            0 => head.Line == branch.RefName,
            1 => false,
            _ => throw GitErrors.Failed(head),
        };
    }
}
