using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git.Reading;

namespace Hotfix.Git.Writing;

/// <summary>Whether a branch that has moved has moved by this very fix: then an earlier run applied it.</summary>
/// <remarks>Source: git-patch-id(1) <c>--stable</c>: the same for the same change, wherever it was committed.</remarks>
internal sealed class AppliedFix(GitCommandLine git, PlanStep.ApplyFix step)
{
    public async Task<bool> IsOnAsync(CommitSha tip, CancellationToken cancellationToken)
    {
        if (!await History.IsAncestorAsync(git, step.ExpectedTip, tip, cancellationToken))
            return false;

        if (step.Fix is Fix.Patch patch)
            return File.Exists(patch.Path) && await new PatchPreview(git, tip).IsAppliedAsync(patch, cancellationToken);

        string since = await git.ReadAsync(["rev-list", "--no-merges", tip.Value, $"^{step.ExpectedTip}"], cancellationToken);
        IReadOnlySet<string> present = await ReadPatchIdsAsync(since + "\n", cancellationToken);
        string wanted = string.Join('\n', ((Fix.Commits)step.Fix).Shas) + "\n";
        return (await ReadPatchIdsAsync(wanted, cancellationToken)).IsSubsetOf(present);
    }

    private async Task<IReadOnlySet<string>> ReadPatchIdsAsync(string commits, CancellationToken cancellationToken)
    {
        var diff = new GitCall(["diff-tree", "--stdin", "--patch", "--root", "--no-ext-diff", "--no-textconv"]) { StandardInput = commits };
        GitResult patches = await git.RunAsync(diff, cancellationToken);
        var patchId = new GitCall(["patch-id", "--stable"]) { StandardInput = patches.Output };
        GitResult ids = await git.RunAsync(patchId, cancellationToken);
        return patches.IsSuccess && ids.IsSuccess
            ? ids.Line.Split('\n').Select(line => line.Split(' ')[0]).ToHashSet(StringComparer.Ordinal)
            : throw GitErrors.Failed(patches.IsSuccess ? ids : patches);
    }
}
