using Hotfix.Core.PullRequests;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Telling;

/// <summary>The rules of the standard lane that a person set aside, with the reason that was asked for.</summary>
internal static class ThreadOverrides
{
    /// <summary>Those of this request that the look shows to have mattered, and the one that the pull request quotes.</summary>
    public static IReadOnlyList<ThreadOverride> Of(HotfixRequest request, Snapshot snapshot) => [.. All(request, snapshot)];

    private static IEnumerable<ThreadOverride> All(HotfixRequest request, Snapshot snapshot)
    {
        if (PullRequestReport.ReadReason(snapshot.PullRequest?.Body) is { } large)
            yield return new ThreadOverride("larger than a hotfix may be", large, snapshot.PullRequest!.Author);

        if (request.JumpReason is { } jump && snapshot.MergeDetail?.Queue is not null)
            yield return new ThreadOverride("to the front of the merge queue", jump, Who: null);

        if (request.Debt.AcceptedReason is { } debt && snapshot.Release?.Debts.Any(found => found.IsOwed) == true)
            yield return new ThreadOverride("released while the default branch lacks a fix", debt, Who: null);
    }
}
