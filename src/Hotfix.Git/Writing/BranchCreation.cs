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
        if (!await CreateAsync(step.Branch, step.At, cancellationToken))
            return new Outcome(step, $"{step.Branch} is at {step.At} already", WasFound: true);

        // For people, and for the pull request: without them the branch is as good.
        if (step.Description.Length > 0)
            _ = await git.RunAsync(["config", "--local", $"branch.{step.Branch}.description", step.Description], cancellationToken);

        if (step.Lane is { } lane)
            _ = await git.RunAsync(["config", "--local", LaneKey(step.Branch), lane.ToString()], cancellationToken);

        return new Outcome(step, $"{step.Branch} is at {step.At}");
    }

    /// <summary>Where the lane that a branch was begun in is kept; git drops it with the branch (git-config(1), <c>branch.&lt;name&gt;</c>).</summary>
    public static string LaneKey(BranchName branch) => $"branch.{branch}.hotfixLane";

    /// <summary>Whether it was made now; a branch that is there already has to be at that very commit.</summary>
    public async Task<bool> CreateAsync(BranchName branch, CommitSha at, CancellationToken cancellationToken)
    {
        string mustNotExist = new('0', at.Value.Length);
        GitResult result = await git.RunAsync(["update-ref", "-m", "hotfix: created", branch.RefName, at.Value, mustNotExist], cancellationToken);
        if (result.IsSuccess)
            return true;

        CommitSha? tip = await Branches.ReadTipAsync(git, branch, cancellationToken);
        if (tip == at)
            return false;

        throw NotCreated((branch, at), tip, result, await Obstacles.OfHookAsync(git, directory: null, ["reference-transaction"], cancellationToken));
    }

    public async Task<Outcome> FastForwardAsync(PlanStep.FastForwardBranch step, CancellationToken cancellationToken)
    {
        CommitSha? tip = await Branches.ReadTipAsync(git, step.Branch, cancellationToken);
        if (tip == step.To)
            return new Outcome(step, $"{step.Branch} is at {step.To} already", WasFound: true);

        BranchErrors.RequireTip(step.Branch, step.ExpectedTip, tip);
        if (!await History.IsAncestorAsync(git, step.ExpectedTip, step.To, cancellationToken))
            throw BranchErrors.NotFastForward(step.Branch, step.ExpectedTip, step.To);

        IReadOnlyDictionary<BranchName, string> worktrees = await Branches.ListWorktreesAsync(git, cancellationToken);
        await (
            worktrees.TryGetValue(step.Branch, out string? directory)
                ? MoveWithWorkTreeAsync(step, directory, cancellationToken)
                : git.ReadAsync(["update-ref", "-m", "hotfix: fast-forward", step.Branch.RefName, step.To.Value, step.ExpectedTip.Value], cancellationToken)
        );
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

    private static HotfixException NotCreated((BranchName Branch, CommitSha At) wanted, CommitSha? tip, GitResult result, Obstacles.Obstacle? hook) =>
        tip is { } other
            ? new HotfixException(
                "HF2030",
                what: $"The branch '{wanted.Branch}' exists already, elsewhere; nothing was changed.",
                why: $"It is at {other}; it was to be created at {wanted.At}.",
                next: $"Compare the two with 'git log --oneline {wanted.At.Short}..{wanted.Branch}', or choose another name."
            )
            : hook?.Stops($"The branch '{wanted.Branch}' could not be created at {wanted.At}; nothing was changed.", result)
                ?? new HotfixException(
                    "HF2031",
                    what: $"The branch '{wanted.Branch}' could not be created at {wanted.At}; nothing was changed.",
                    why: result.Evidence,
                    next: "If a branch has the name of one of its folders, rename that branch; if a lock file is left over, delete it."
                );
}
