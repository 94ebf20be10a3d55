using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git.Parsing;
using Hotfix.Git.Reading;

namespace Hotfix.Git.Writing;

/// <summary>Puts a ready-made fix onto the branch that is checked out: whole, or not at all.</summary>
internal sealed class FixApplication(GitCommandLine git, PlanStep.ApplyFix step)
{
    public async Task<Outcome> ApplyAsync(CancellationToken cancellationToken)
    {
        StatusOutput status = await ReadStatusAsync(cancellationToken);
        GitLocation location = await GitLocation.FindAsync(git, step.Directory, cancellationToken);
        RequireBranch(status, location);
        if (status.Head != step.ExpectedTip)
        {
            return status.Head is { } tip && await new AppliedFix(git, step).IsOnAsync(tip, cancellationToken)
                ? new Outcome(step, $"{step.Branch} has {step.Fix.Describe()} already, at {tip}", WasFound: true)
                : throw BranchErrors.Moved(step.Branch, step.ExpectedTip, status.Head);
        }

        bool isStaged = status.Changed.Count > 0 && await IsStagedAsync(cancellationToken);
        if (status.Changed.Count > 0 && !isStaged)
            throw Dirty(status.Changed);

        await RunAsync(new FixCommands(git, step, isStaged), cancellationToken);
        CommitSha? now = (await ReadStatusAsync(cancellationToken)).Head;
        return new Outcome(step, $"{step.Branch} is at {now}");
    }

    private async Task RunAsync(FixCommands commands, CancellationToken cancellationToken)
    {
        GitResult? failed;
        try
        {
            failed = await commands.RunAsync(cancellationToken);
            if (failed is null)
                await RequireSignaturesAsync(cancellationToken);
        }
        catch (Exception e) when (e is OperationCanceledException or HotfixException)
        {
            await commands.UndoAsync(CancellationToken.None);
            throw;
        }

        if (failed is not null)
        {
            IReadOnlyList<string> conflicts = await commands.ListConflictsAsync(cancellationToken);
            await commands.UndoAsync(CancellationToken.None);
            throw await ExplainAsync(failed, conflicts, cancellationToken);
        }
    }

    // A signer that fails need not stop git.
    private async Task RequireSignaturesAsync(CancellationToken cancellationToken)
    {
        if (step.Signing != CommitSigning.Here)
            return;

        string made = await git.ReadAsync(["rev-list", step.Branch.RefName, $"^{step.ExpectedTip}"], cancellationToken);
        CommitSha[] commits = [.. made.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(CommitSha.Parse)];
        if ((await Signing.ListUnsignedAsync(git, commits, cancellationToken)).Count > 0)
            throw Signing.NotSigned($"{step.Fix.Describe()} on {step.Branch}");
    }

    private async Task<HotfixException> ExplainAsync(GitResult failed, IReadOnlyList<string> conflicts, CancellationToken cancellationToken)
    {
        StatusOutput after = await ReadStatusAsync(cancellationToken);
        GitLocation location = await GitLocation.FindAsync(git, step.Directory, cancellationToken);
        string evidence = conflicts.Count > 0 ? $"Conflicts in {string.Join(", ", conflicts)}." : $"'{failed.Call}' ended with exit code {failed.ExitCode}.";
        if (File.Exists(location.IndexLock))
            return GitErrors.Locked(location.IndexLock);

        string undone = $"Applying {step.Fix.Describe()} to '{step.Branch}' failed and was undone; the branch is at {step.ExpectedTip.Short} as before.";
        bool isUndone = after.Head == step.ExpectedTip && after.Changed.Count == 0;
        if (
            isUndone
            && conflicts.Count == 0
            && (
                await Obstacles.OfSigningAsync(git, step.Directory, cancellationToken)
                ?? await Obstacles.OfHookAsync(git, step.Directory, HooksOfFix, cancellationToken)
            )
                is { } obstacle
        )
        {
            return obstacle.Stops(undone, failed);
        }

        Refusal refusal = isUndone
            ? new Refusal("HF2038", What: undone, Why: evidence, Next: "Apply it by hand on that branch, and run the same command without '--fix'.")
            : new Refusal(
                "HF2039",
                What: $"Applying {step.Fix.Describe()} to '{step.Branch}' failed half-way and could not be undone as a whole.",
                Why: $"{evidence} HEAD is at {after.Head}, changed: {string.Join(", ", after.Changed.DefaultIfEmpty("nothing"))}.",
                Next: $"Look at 'git status' in '{step.Directory}'; 'git reset --hard {step.ExpectedTip.Short}' there drops all of it."
            );

        // A hook of the clone may have printed it.
        return new HotfixException(refusal with { Output = conflicts.Count > 0 ? [] : [.. failed.ErrorLines.TakeLast(6)] });
    }

    // git-cherry-pick(1), git-am(1) and git-commit(1) each ask some of them.
    private static readonly string[] HooksOfFix =
    [
        "pre-commit",
        "prepare-commit-msg",
        "commit-msg",
        "applypatch-msg",
        "pre-applypatch",
        "reference-transaction",
    ];

    /// <summary>Whether what is changed is this very patch, staged by a run that was killed before it could commit.</summary>
    private async Task<bool> IsStagedAsync(CancellationToken cancellationToken)
    {
        if (step.Fix is not Fix.Patch { IsMailbox: false } patch)
            return false;

        GitResult files = await git.RunAsync(In(["diff-files", "--quiet"]), cancellationToken);
        GitResult tree = await git.RunAsync(In(["write-tree"]), cancellationToken);
        return files.IsSuccess && tree.IsSuccess && tree.Line == await new PatchPreview(git, step.ExpectedTip).WriteTreeAsync(patch, cancellationToken);
    }

    private async Task<StatusOutput> ReadStatusAsync(CancellationToken cancellationToken) =>
        (await TreeStatus.ReadAsync(git, step.Directory, withUntracked: false, cancellationToken)).Status;

    private void RequireBranch(StatusOutput status, GitLocation location)
    {
        if (location.OperationInProgress() is { } operation)
        {
            throw new HotfixException(
                "HF2044",
                what: $"The fix was not applied: a {operation} is half done in '{location.Root}'; nothing was changed.",
                why: $"git keeps its state in '{location.GitDir}'.",
                next: $"End it with 'git {operation} --continue' or 'git {operation} --abort' (bisect: 'reset')."
            );
        }

        if (status.Branch != step.Branch)
        {
            throw new HotfixException(
                "HF2045",
                what: $"The fix was not applied: '{step.Branch}' is not checked out in '{location.Root}'; nothing was changed.",
                why: $"HEAD is {status.Branch?.ToString() ?? "detached"}.",
                next: $"Run 'git switch {step.Branch}' there."
            );
        }
    }

    private HotfixException Dirty(IReadOnlyList<string> changed) =>
        new(
            "HF2037",
            what: $"The fix was not applied to '{step.Branch}': its work tree has changes; nothing was changed.",
            why: $"Changed in '{step.Directory}': {string.Join(", ", changed.Take(10))}.",
            next: "Commit them, or put them aside with 'git stash'."
        );

    private GitCall In(IReadOnlyList<string> arguments) => new(arguments) { Directory = step.Directory };
}
