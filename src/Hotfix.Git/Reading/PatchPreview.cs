using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Git.Reading;

/// <summary>Tries a patch on the tree of a commit, in an index of its own (git-apply(1) <c>--cached --check</c>).</summary>
internal sealed class PatchPreview(GitCommandLine git, CommitSha onto)
{
    // git-apply answers 1 when a patch does not fit, and 128 when it is none.
    private const int DoesNotFit = 1;

    /// <exception cref="HotfixException">HF2022 when it does not fit, HF2023 when it is there already, HF2025 when it is no patch.</exception>
    public async Task RequireApplicableAsync(Fix.Patch patch, CancellationToken cancellationToken)
    {
        using TemporaryIndex index = await TemporaryIndex.ReadAsync(git, onto, cancellationToken);
        GitResult forward = await index.RunAsync(["apply", "--cached", "--check", patch.Path], cancellationToken);
        if (forward.IsSuccess)
            return;

        GitResult backward = await index.RunAsync(["apply", "--cached", "--check", "--reverse", patch.Path], cancellationToken);
        throw (forward.ExitCode, backward.IsSuccess) switch
        {
            (DoesNotFit, true) => AlreadyThere(patch),
            (DoesNotFit, false) => Conflict(patch, forward),
            _ => NoPatch(patch, forward),
        };
    }

    /// <summary>Whether the commit has the patch's changes.</summary>
    public async Task<bool> IsAppliedAsync(Fix.Patch patch, CancellationToken cancellationToken)
    {
        using TemporaryIndex index = await TemporaryIndex.ReadAsync(git, onto, cancellationToken);
        return (await index.RunAsync(["apply", "--cached", "--check", "--reverse", patch.Path], cancellationToken)).IsSuccess;
    }

    /// <summary>The tree that the patch makes of the commit's; <c>null</c> when it does not fit.</summary>
    public async Task<string?> WriteTreeAsync(Fix.Patch patch, CancellationToken cancellationToken)
    {
        using TemporaryIndex index = await TemporaryIndex.ReadAsync(git, onto, cancellationToken);
        GitResult applied = await index.RunAsync(["apply", "--cached", patch.Path], cancellationToken);
        return applied.IsSuccess ? (await index.RunAsync(["write-tree"], cancellationToken)).Line : null;
    }

    private HotfixException AlreadyThere(Fix.Patch patch) =>
        new(
            "HF2023",
            what: $"There is nothing to apply: {onto.Short} has the patch '{patch.Given}' already; nothing was changed.",
            why: "It fits there only in reverse.",
            next: "Check with 'git log' whether production runs a commit that is older than the fix."
        );

    private HotfixException Conflict(Fix.Patch patch, GitResult result) =>
        new(
            "HF2022",
            what: $"The patch '{patch.Given}' does not fit {onto.Short}; nothing was changed.",
            why: string.Join(" | ", result.ErrorLines.Take(6)),
            next: "Start without '--fix', run 'git apply --3way' with it on the hotfix branch, and resolve the conflict there."
        );

    private static HotfixException NoPatch(Fix.Patch patch, GitResult result) =>
        new(
            "HF2025",
            what: $"The file '{patch.Given}' is no patch that git can read; nothing was changed.",
            why: result.Evidence,
            next: "Make it with 'git format-patch -1 --stdout <commit>' or 'git diff --binary'."
        );
}
