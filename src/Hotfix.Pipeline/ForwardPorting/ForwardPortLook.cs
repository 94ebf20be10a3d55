using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git;

namespace Hotfix.Pipeline.ForwardPorting;

/// <summary>Looks whether a released fix is on the base branch, and what carrying it over would give. Everything that it compares has to be fetched.</summary>
internal sealed class ForwardPortLook(GitReader git, CommitPatches patches)
{
    private const int MostCommits = 1_000;

    /// <summary>One look, on git objects alone.</summary>
    /// <param name="fix">As it was released.</param>
    /// <param name="baseBranch">Where it has to arrive.</param>
    /// <param name="baseTip">That branch's tip at the remote.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<ForwardPortLooked> ReadAsync(ReleasedFix fix, BranchName baseBranch, CommitSha baseTip, CancellationToken cancellationToken)
    {
        IReadOnlyList<CommitSummary> commits = await git.ListCommitsAsync(fix.Before, fix.Tip, MostCommits, cancellationToken);
        HashSet<CommitSha> parts = [.. commits.Where(commit => commit.Parents.Count < 2).Select(commit => commit.Sha)];
        string[] files =
        [
            .. (await git.DiffAsync(fix.Before, fix.Tip, cancellationToken)).SelectMany(change =>
                change.OldPath is null ? new[] { change.Path } : [change.Path, change.OldPath]
            ),
        ];

        // From before the fix on: where the whole support line was merged, the two lines meet behind it, and a later revert would be all that is seen.
        CommitSha parted = await git.FindMergeBaseAsync(fix.Before, baseTip, cancellationToken) ?? fix.Before;
        CommitPick[] picks = Mainline(fix, commits);
        PickPreview preview = await patches.PreviewAsync(picks, baseTip, cancellationToken);
        var facts = new ForwardPortFacts
        {
            BaseBranch = baseBranch,
            Fix = [.. (await patches.ListAsync(fix.Before, fix.Tip, [], cancellationToken)).Where(commit => parts.Contains(commit.Sha))],
            WholePatchId = await patches.ReadPatchIdAsync(fix.Before, fix.Tip, cancellationToken),
            BaseCommits = files.Length == 0 ? [] : await patches.ListAsync(parted, baseTip, files, cancellationToken),
            IsContained = preview.IsEmpty,
        };

        // What is there already need not apply again: the base branch may have gone on from it.
        return
            ForwardPortAssessment.Assess(facts) is ForwardPortState.Open { Missing: { } missing } && missing.Count < parts.Count && preview.Conflict is not null
            ? await OnlyAsync(missing, new ForwardPortLooked(facts, preview) { Fix = fix }, cancellationToken)
            : new ForwardPortLooked(facts, preview) { Fix = fix, Picks = picks };
    }

    private async Task<ForwardPortLooked> OnlyAsync(IReadOnlyList<CommitSha> missing, ForwardPortLooked looked, CancellationToken cancellationToken)
    {
        CommitPick[] picks = [.. missing.Select(commit => new CommitPick(commit))];
        return looked with { Preview = await patches.PreviewAsync(picks, looked.Preview.Onto, cancellationToken), Picks = picks };
    }

    /// <summary>The support branch's own steps, oldest first: what a merge brought comes as one change.</summary>
    private static CommitPick[] Mainline(ReleasedFix fix, IReadOnlyList<CommitSummary> commits)
    {
        Dictionary<CommitSha, CommitSummary> known = commits.ToDictionary(commit => commit.Sha);
        var picks = new Stack<CommitPick>();
        for (CommitSha at = fix.Tip; at != fix.Before && known.TryGetValue(at, out CommitSummary? commit); at = commit.Parents[0])
        {
            picks.Push(new CommitPick(at, commit.Parents.Count > 1 ? 1 : null));
            if (commit.Parents.Count == 0)
                break;
        }

        return [.. picks];
    }
}
