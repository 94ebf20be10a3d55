using Hotfix.Core.Errors;
using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Execution;

/// <summary>Looks at the base branch against what production runs.</summary>
public sealed class LaneLook(IGitReader git, IGitHubReader github, IIssues issues, IVersionSource versions)
{
    /// <summary>Label of an open issue that freezes releases.</summary>
    public const string FreezeLabel = "release-freeze";

    private const int MostCommits = 1_000;

    /// <summary>One look; fetches what it needs, changes nothing that a person would notice.</summary>
    public async Task<LaneFacts> ReadAsync(RemoteRefs remote, BranchName baseBranch, ProductionAnswer.Known production, CancellationToken cancellationToken)
    {
        CommitSha tip = remote.Tip(baseBranch) ?? throw new ArgumentException($"The remote has no branch '{baseBranch}'.", nameof(baseBranch));
        await git.FetchAsync(remote, [baseBranch], [.. remote.Tags.Where(tag => tag.Commit == production.Commit)], cancellationToken);
        IReadOnlyList<CommitSummary> commits = await git.ListCommitsAsync(production.Commit, tip, MostCommits, cancellationToken);
        BranchRules rules = await github.ReadRulesAsync(baseBranch, cancellationToken);
        return new LaneFacts
        {
            BaseBranch = baseBranch,
            BaseTip = tip,
            Production = production.Commit,
            ProductionTag = production.Tag,
            ContainsProduction = await git.IsAncestorAsync(production.Commit, tip, cancellationToken),
            CommitsAhead = commits.Count,
            PullRequests = MergedPullRequests.In(commits),
            Changes = await git.DiffAsync(production.Commit, tip, cancellationToken),
            Checks = await github.ListChecksAsync(tip, cancellationToken),
            RequiredChecks = rules.RequiredChecks,
            Freezes = [.. await FreezesAsync(FreezeLabel, cancellationToken), .. await FreezesAsync(ReleaseGate.LockLabel, cancellationToken)],
            Debts = await issues.ListAsync(ReleaseGate.DebtLabel, includeClosed: false, cancellationToken),
            NextVersion = await NextVersionAsync(remote, baseBranch, tip, cancellationToken),
        };
    }

    private async Task<IEnumerable<string>> FreezesAsync(string label, CancellationToken cancellationToken) =>
        (await issues.ListAsync(label, includeClosed: false, cancellationToken)).Select(issue => $"#{issue.Number} {issue.Title} {issue.Url}");

    // Worth knowing, not worth failing for: the release itself asks again, and then it counts.
    private async Task<SemanticVersion?> NextVersionAsync(RemoteRefs remote, BranchName baseBranch, CommitSha tip, CancellationToken cancellationToken)
    {
        try
        {
            return (await versions.CalculateAsync(tip, baseBranch, remote.Tags, cancellationToken)).MajorMinorPatch;
        }
        catch (HotfixException)
        {
            return null;
        }
    }
}
