using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git;

namespace Hotfix.Pipeline.Lanes;

/// <summary>Looks where the support branch of a release stands against what production runs.</summary>
internal sealed class SupportBranchLook(GitReader git)
{
    private const int MostCommits = 1_000;

    /// <summary>One look, before a hotfix of that line begins: once one is under way, its own commits are what production does not run.</summary>
    public async Task<SupportBranchFacts> ReadAsync(RemoteRefs remote, ProductionAnswer.Known production, CancellationToken cancellationToken)
    {
        BranchName branch = remote.Conventions.Support.BranchOf(production.Tag.Version, remote.Branches.Keys);
        if (remote.Tip(branch) is not { } tip)
            return new SupportBranchFacts(branch, production.Commit, Tip: null, Ahead: 0, Behind: 0);

        await git.FetchAsync(remote, [branch], [.. remote.Tags.Where(tag => tag.Commit == production.Commit)], cancellationToken);
        IReadOnlyList<CommitSummary> ahead = await git.ListCommitsAsync(production.Commit, tip, MostCommits, cancellationToken);
        IReadOnlyList<CommitSummary> behind = await git.ListCommitsAsync(tip, production.Commit, MostCommits, cancellationToken);
        return new SupportBranchFacts(branch, production.Commit, tip, ahead.Count, behind.Count);
    }
}
