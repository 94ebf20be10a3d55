using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Git.Reading;

namespace Hotfix.Git.Writing;

/// <summary>Creates local branches and moves them forward; a work tree that has one checked out goes along.</summary>
internal sealed class BranchCreation(GitCommandLine git)
{
    public async Task<Outcome> CreateAsync(PlanStep.CreateBranch step, CancellationToken cancellationToken)
    {
        string mustNotExist = new('0', step.At.Value.Length);
        GitResult result = await git.RunAsync(
            ["update-ref", "-m", "hotfix: created", step.Branch.RefName, step.At.Value, mustNotExist], cancellationToken);
        if (result.IsSuccess)
        {
            // For people, and for the pull request: without it the branch is as good.
            _ = step.Description.Length > 0 ? await git.RunAsync(["config", "--local", $"branch.{step.Branch}.description", step.Description], cancellationToken) : result;
            return new Outcome(step, $"{step.Branch} is at {step.At}");
        }

        CommitSha? tip = await Branches.ReadTipAsync(git, step.Branch, cancellationToken);
        return tip == step.At
            ? new Outcome(step, $"{step.Branch} is at {step.At} already", WasFound: true)
            : throw NotCreated(step, tip, result, await Obstacles.OfHookAsync(git, directory: null, ["reference-transaction"], cancellationToken));
    }

    public async Task<Outcome> FastForwardAsync(PlanStep.FastForwardBranch step, CancellationToken cancellationToken)
    {
        CommitSha? tip = await Branches.ReadTipAsync(git, step.Branch, cancellationToken);
        if (tip == step.To)
        {
            return new Outcome(step, $"{step.Branch} is at {step.To} already", WasFound: true);
        }

        BranchErrors.RequireTip(step.Branch, step.ExpectedTip, tip);
        if (!await History.IsAncestorAsync(git, step.ExpectedTip, step.To, cancellationToken))
        {
            throw BranchErrors.NotFastForward(step.Branch, step.ExpectedTip, step.To);
        }

        IReadOnlyDictionary<BranchName, string> worktrees = await Branches.ListWorktreesAsync(git, cancellationToken);
        await (worktrees.TryGetValue(step.Branch, out string? directory)
            ? MoveWithWorkTreeAsync(step, directory, cancellationToken)
            : git.ReadAsync(
                ["update-ref", "-m", "hotfix: fast-forward", step.Branch.RefName, step.To.Value, step.ExpectedTip.Value], cancellationToken));
        return new Outcome(step, $"{step.Branch} is at {step.To}");
    }

    private async Task MoveWithWorkTreeAsync(PlanStep.FastForwardBranch step, string directory, CancellationToken cancellationToken)
    {
        var call = new GitCall(["merge", "--ff-only", "--quiet", step.To.Value]) { Directory = directory };
        GitResult result = await git.RunAsync(call, cancellationToken);
        if (await Branches.ReadTipAsync(git, step.Branch, cancellationToken) != step.To)
        {
            await BranchErrors.RequireNoLockAsync(git, directory, cancellationToken);
            throw await BranchErrors.WorkTreeInTheWayAsync(git, (step.Branch, directory), result, cancellationToken);
        }
    }

    private static HotfixException NotCreated(PlanStep.CreateBranch step, CommitSha? tip, GitResult result, Obstacles.Obstacle? hook) => tip is { } other
        ? new HotfixException(
            "HF2030",
            what: $"The branch '{step.Branch}' exists already, elsewhere; nothing was changed.",
            why: $"It is at {other}; it was to be created at {step.At}.",
            next: $"Compare the two with 'git log --oneline {step.At.Short}..{step.Branch}', or choose another name.")
        : hook?.Stops($"The branch '{step.Branch}' could not be created at {step.At}; nothing was changed.", result) ?? new HotfixException(
            "HF2031",
            what: $"The branch '{step.Branch}' could not be created at {step.At}; nothing was changed.",
            why: result.Evidence,
            next: "If a branch has the name of one of its folders, rename that branch; if a lock file is left over, delete it.");
}
