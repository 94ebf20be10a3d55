using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Checks;
using Hotfix.GitHub.Issues;
using Hotfix.Pipeline.ForwardPorting;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Pipeline.Releasing;

/// <summary>Looks what stands between a commit and its release: two conditional requests, and git where a debt is open.</summary>
internal sealed class ReleaseGateLook(IssueCalls issues, DebtLook debts)
{
    // What two fixed commits prove does not change while a run waits.
    private readonly Dictionary<(string Tag, CommitSha Tip), ForwardPortState?> _proofs = [];

    internal static ReleaseGateLook Of(Services services) => new(services.Issues, new DebtLook(services.GitReader, services.Patches));

    /// <summary>
    /// The release with what was found; a fix has to be in the very commit that is released from the default branch, and on its tip for a release
    /// from anywhere else.
    /// </summary>
    /// <param name="snapshot">Of the run.</param>
    /// <param name="release">What is known of it.</param>
    /// <param name="known">What need not be listed, since there is none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<ReleaseSnapshot> ReadAsync(Snapshot snapshot, ReleaseSnapshot release, Hurdles known, CancellationToken cancellationToken)
    {
        BranchName main = snapshot.Remote.DefaultBranch ?? snapshot.BaseBranch;
        CommitSha tip = main == snapshot.BaseBranch ? release.Commit : snapshot.Remote.Tip(main) ?? release.Commit;
        return release with
        {
            Locks = known.AreLocks == false ? [] : await ListLocksAsync(cancellationToken),
            Debts = known.AreDebts == false ? [] : await ListDebtsAsync(snapshot.Remote, new BranchTip(main, tip), cancellationToken),
        };
    }

    /// <summary>Open issues that lock releases.</summary>
    public Task<IReadOnlyList<Issue>> ListLocksAsync(CancellationToken cancellationToken) =>
        issues.ListAsync(ReleaseGate.LockLabel, includeClosed: false, cancellationToken);

    /// <summary>Open issues that stand for fixes, each with whether it has arrived there.</summary>
    public async Task<IReadOnlyList<DebtFound>> ListDebtsAsync(RemoteRefs remote, BranchTip into, CancellationToken cancellationToken)
    {
        var found = new List<DebtFound>();
        foreach (Issue issue in await issues.ListAsync(Debt.Label, includeClosed: false, cancellationToken))
        {
            // What is owed for another product does not stand in the way of this one.
            if (DebtIssue.Read(issue) is not { } debt || !remote.IsOfAnother(debt.Tag))
                found.Add(new DebtFound(issue, await ProveAsync(issue, remote, into, cancellationToken)));
        }

        return found;
    }

    private async Task<ForwardPortState?> ProveAsync(Issue issue, RemoteRefs remote, BranchTip into, CancellationToken cancellationToken)
    {
        if (DebtIssue.Read(issue) is not { } debt)
            return null;

        if (!_proofs.TryGetValue((debt.Tag.Name, into.Sha), out ForwardPortState? state))
        {
            ForwardPortLooked? looked = await debts.ReadAsync(debt.Tag, remote, into, cancellationToken);
            state = _proofs[(debt.Tag.Name, into.Sha)] = looked is null ? null : ForwardPortAssessment.Assess(looked.Facts);
        }

        return state;
    }
}
