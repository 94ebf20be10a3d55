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
        bool byHead = (await github.Rules.ReadRulesetsAsync(branches.Head, cancellationToken)).RequiresSignatures;
        bool byBase = !byHead && (await github.Rules.ReadAsync(branches.Base, cancellationToken)).RequiresSignatures;
        return await CompleteAsync(
            git,
            github,
            byHead ? branches.Head
                : byBase ? branches.Base
                : null,
            cancellationToken
        );
    }

    /// <summary>For the hotfix, with what it has already.</summary>
    public async Task<Snapshot> ReadAsync(Snapshot snapshot, HotfixBranch hotfix, CancellationToken cancellationToken)
    {
        snapshot = await pullRequest.ReadRulesAsync(snapshot, cancellationToken);
        if (_asked is not { } asked || asked.Head != hotfix.Name || asked.Base != snapshot.BaseBranch)
        {
            bool byHead = (await github.Rules.ReadRulesetsAsync(hotfix.Name, cancellationToken)).RequiresSignatures;
            BranchName? by =
                byHead ? hotfix.Name
                : snapshot.Rules.RequiresSignatures ? snapshot.BaseBranch
                : null;
            _asked = asked = (hotfix.Name, snapshot.BaseBranch, await CompleteAsync(git, github, by, cancellationToken));
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

    private static async Task<SigningFacts> CompleteAsync(GitReader git, GitHubAreas github, BranchName? by, CancellationToken cancellationToken)
    {
        if (by is null)
            return SigningFacts.None;

        bool canHere = await git.CanSignAsync(cancellationToken);
        return new SigningFacts(by) { CanSignHere = canHere, GitHubSigns = !canHere && await github.Authors.IsAppAsync(cancellationToken) };
    }
}
