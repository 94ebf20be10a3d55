using Hotfix.Core.Planning;
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
        {
            return new Outcome(step, $"{step.Branch} is checked out already", WasFound: true);
        }

        GitResult result = await git.RunAsync(["switch", "--quiet", "--no-guess", step.Branch.Value], cancellationToken);

        // A post-checkout hook's exit code becomes git's own although the branch is checked out by then.
        if (!result.IsSuccess && !await IsCheckedOutAsync(step.Branch, cancellationToken))
        {
            await BranchErrors.RequireNoLockAsync(git, directory: null, cancellationToken);
            throw BranchErrors.WorkTreeInTheWay(step.Branch, result);
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
