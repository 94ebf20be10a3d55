using Hotfix.Core.Errors;
using Hotfix.Core.Execution;
using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;
using Hotfix.Git;
using Hotfix.GitHub;
using Hotfix.GitHub.Checks;
using Hotfix.GitHub.Issues;

namespace Hotfix.Pipeline.Lanes;

/// <summary>Looks at the base branch against what production runs.</summary>
/// <param name="git">Reads the clone.</param>
/// <param name="github">Reads rules and checks.</param>
/// <param name="issues">Reads freezes, locks and debts.</param>
/// <param name="versions">Says which version a release would have; <c>null</c> where that is not worth half a second.</param>
/// <param name="configured">Checks that the team requires beside those that the rules name; <c>null</c> for none.</param>
internal sealed class LaneLook(GitReader git, GitHubAreas github, IssueCalls issues, IVersionSource? versions, IReadOnlyList<RequiredCheck>? configured = null)
{
    private const int MostCommits = 1_000;

    /// <summary>One look; fetches what it needs, changes nothing that a person would notice.</summary>
    public async Task<LaneFacts> ReadAsync(RemoteRefs remote, BranchName baseBranch, ProductionAnswer.Known production, CancellationToken cancellationToken)
    {
        CommitSha tip = remote.Tip(baseBranch) ?? throw new ArgumentException($"The remote has no branch '{baseBranch}'.", nameof(baseBranch));
        await git.FetchAsync(remote, [baseBranch], [.. remote.Tags.Where(tag => tag.Commit == production.Commit)], cancellationToken);

        // Independent of each other, and each a way to GitHub and back.
        Hurdles hurdles = await github.Hurdles.AskAsync(tip, (ReleaseGate.LockLabel, Debt.Label), cancellationToken);
        Task<IReadOnlyList<CheckResult>> checks = github.Checks.ListAsync(tip, hurdles, cancellationToken);
        Task<IReadOnlyList<Issue>>[] labelled =
        [
            .. new[] { (ReleaseGate.LockLabel, hurdles.AreLocks), (Debt.Label, hurdles.AreDebts) }.Select(kind =>
                kind.Item2 == false ? Task.FromResult<IReadOnlyList<Issue>>([]) : issues.ListAsync(kind.Item1, includeClosed: false, cancellationToken)
            ),
        ];
        IReadOnlyList<CommitSummary> commits = await git.ListCommitsAsync(production.Commit, tip, MostCommits, cancellationToken);
        IReadOnlyList<CommitSummary> own = remote.Product is { } product
            ? await git.ListMainlineAsync(production.Commit, tip, (product.Folders, MostCommits), cancellationToken)
            : commits;
        Task<SemanticVersion?> next =
            commits.Count > 0 && versions is not null
                ? NextVersionAsync(versions, remote, baseBranch, tip, cancellationToken)
                : Task.FromResult<SemanticVersion?>(null);
        var facts = new LaneFacts
        {
            BaseBranch = baseBranch,
            BaseTip = tip,
            Production = production.Commit,
            ProductionTag = production.Tag,
            ContainsProduction = await git.IsAncestorAsync(production.Commit, tip, cancellationToken),
            Product = remote.Product,
            CommitsAhead = own.Count,
            PullRequests = MergedPullRequests.In(own),
            Changes = own.Count > 0 ? [.. (await git.DiffAsync(production.Commit, tip, cancellationToken)).Where(change => IsOwn(change, remote))] : [],
        };
        await Task.WhenAll([checks, next, .. labelled]);
        return facts with
        {
            Checks = await checks,

            // What the rules require matters only where something failed.
            RequiredChecks = (
                (await checks).Any(check => check.State == CheckState.Failed) ? await github.Rules.ReadAsync(baseBranch, cancellationToken) : BranchRules.None
            )
                .With(configured ?? [])
                .RequiredChecks,
            Freezes = [.. (await labelled[0]).Select(issue => $"#{issue.Number} {issue.Title} {issue.Url}")],
            Debts = [.. (await labelled[1]).Where(issue => DebtIssue.Read(issue) is not { } debt || !remote.IsOfAnother(debt.Tag))],
            OwedTo = remote.DefaultBranch,
            NextVersion = await next,
            Candidates = await next is { } version ? RemoteTag.Candidates(version, remote.Tags) : [],
        };
    }

    private static bool IsOwn(FileChange change, RemoteRefs remote) =>
        remote.Product is not { } product || product.Holds(change.Path) || change.OldPath is { } old && product.Holds(old);

    // Worth knowing, not worth failing for: the release itself asks again, and then it counts.
    private static async Task<SemanticVersion?> NextVersionAsync(
        IVersionSource versions,
        RemoteRefs remote,
        BranchName baseBranch,
        CommitSha tip,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return (await versions.CalculateAsync(tip, baseBranch, remote, cancellationToken)).MajorMinorPatch;
        }
        catch (HotfixException)
        {
            return null;
        }
    }
}
