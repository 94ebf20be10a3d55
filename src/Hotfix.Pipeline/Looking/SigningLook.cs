using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git;
using Hotfix.GitHub;
using Hotfix.Pipeline.PullRequests;

namespace Hotfix.Pipeline.Looking;

/// <summary>Looks whether a rule takes signed commits alone, and who could sign; a run asks once.</summary>
/// <param name="git">Reads the clone.</param>
/// <param name="github">Reads the rules.</param>
/// <param name="pullRequest">Has those of the base.</param>
internal sealed class SigningLook(GitReader git, GitHubAreas github, PullRequestLook pullRequest)
{
    private (BranchName Head, BranchName Base, SigningFacts Facts)? _asked;

    /// <summary>For commits that are made here.</summary>
    public static async Task<SigningFacts> AskAsync(
        GitReader git,
        GitHubAreas github,
        (BranchName Head, BranchName Base) branches,
        CancellationToken cancellationToken
    )
    {
        BranchRules rules = await github.Rules.ReadAsync(branches.Base, cancellationToken);
        return await CompleteAsync(git, github, branches, rules, cancellationToken);
    }

    /// <summary>For the hotfix, with what it has already.</summary>
    public async Task<Snapshot> ReadAsync(Snapshot snapshot, HotfixBranch hotfix, CancellationToken cancellationToken)
    {
        snapshot = await pullRequest.ReadRulesAsync(snapshot, cancellationToken);
        if (_asked is not { } asked || asked.Head != hotfix.Name || asked.Base != snapshot.BaseBranch)
        {
            (BranchName Head, BranchName Base) branches = (hotfix.Name, snapshot.BaseBranch);
            _asked = asked = (branches.Head, branches.Base, await CompleteAsync(git, github, branches, snapshot.Rules, cancellationToken));
        }

        return asked.Facts.AskedBy is null
            ? snapshot with
            {
                Signing = asked.Facts,
            }
            : snapshot with
            {
                Signing = asked.Facts with { Unsigned = await git.ListUnsignedAsync(hotfix.Commits, cancellationToken) },
            };
    }

    // A rule of the head stops the push, one of the base the merge: the first is told first.
    private static async Task<SigningFacts> CompleteAsync(
        GitReader git,
        GitHubAreas github,
        (BranchName Head, BranchName Base) branches,
        BranchRules rulesOfBase,
        CancellationToken cancellationToken
    )
    {
        bool byHead = (await github.Rules.ReadRulesetsAsync(branches.Head, cancellationToken)).RequiresSignatures;
        if (!byHead && !rulesOfBase.RequiresSignatures)
            return SigningFacts.None;

        bool canHere = await git.CanSignAsync(cancellationToken);
        return new SigningFacts(byHead ? branches.Head : branches.Base)
        {
            CanSignHere = canHere,
            GitHubSigns = !canHere && await github.Authors.IsAppAsync(cancellationToken),
        };
    }
}
