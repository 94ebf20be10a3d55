namespace Hotfix.Core.Requests;

/// <summary>What a person says about fixes that have to be carried to the base branch.</summary>
/// <param name="Owner">Login of who sees to it (<c>--forward-port-owner</c>); <c>null</c> for the author of the hotfix's pull request.</param>
/// <param name="DueIn">How long after the release it may take (<c>--forward-port-due</c>).</param>
/// <param name="AcceptedReason">Why a release goes out while such a debt is open (<c>--accept-debt</c>); <c>null</c> when it does not.</param>
internal sealed record DebtTerms(string? Owner, TimeSpan DueIn, string? AcceptedReason)
{
    /// <summary>The author's, for three days, and never accepted.</summary>
    public static DebtTerms Default { get; } = new(null, TimeSpan.FromDays(3), null);
}
