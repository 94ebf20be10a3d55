using Hotfix.Core.Errors;
using Hotfix.Core.Lanes;
using Hotfix.Core.PostMortems;
using Hotfix.Core.Reporting;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Records;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Components.Running.Reporting;

/// <summary>One look at all hotfixes of a repository: GitHub is asked for five lists at once, git for its history after that.</summary>
internal sealed class ReportLook(Services services, HotfixRequest request)
{
    // A fix may have been begun, and its commit dated, before it was merged.
    private static readonly TimeSpan Before = TimeSpan.FromDays(60);

    public async Task<(HistoryFacts Facts, IReadOnlyList<string> Limits)> ReadAsync(DateTimeOffset? since, CancellationToken cancellationToken)
    {
        HotfixRecords records = services.HotfixRecords;
        string production = request.Production.Environment;
        Task<RemoteRefs> refs = services.GitReader.ReadRemoteAsync(request.Remote, cancellationToken);
        Task<Listing<MergedHotfix>> hotfixes = records.ListMergedAsync(since, cancellationToken);
        Task<Listing<DeployedCommit>> deployments = records.ListDeployedAsync([production, request.StagingEnvironment], since, cancellationToken);
        Task<Listing<PublishedPage>> releases = records.ListReleasesAsync(since, cancellationToken);
        Task<IReadOnlyList<Issue>> debts = services.Issues.ListAsync(Debt.Label, includeClosed: true, cancellationToken);
        Task<IReadOnlyList<Issue>> postMortems = services.Issues.ListAsync(PostMortemRecord.Label, includeClosed: true, cancellationToken);
        await Task.WhenAll(refs, hotfixes, deployments, releases, debts, postMortems);

        // Without tags that can be told apart, every figure would be of something else.
        RemoteRefs remote = await refs;
        if ((remote.TagRefusal ?? remote.ProductRefusal) is { } refusal)
            throw new HotfixException(refusal);

        var product = new HistoryOfProduct(remote);
        IReadOnlyList<DeployedCommit> deployed = product.Of((await deployments).Items);
        IReadOnlyList<MergedHotfix> merged = product.Of((await hotfixes).Items);
        DateTimeOffset? begin = merged.Count == 0 ? since : merged.Min(hotfix => hotfix.MergedAt);
        TagHistory git = await services.TagHistory.ReadAsync(remote, [.. deployed.Select(it => it.Sha).Distinct()], begin - Before, cancellationToken);
        var facts = new HistoryFacts(merged, git)
        {
            Conventions = request.Conventions,
            Production = [.. deployed.Where(it => it.Environment == production)],
            Staging = [.. deployed.Where(it => it.Environment == request.StagingEnvironment)],
            Pages = (await releases).Items,
            Debts = await debts,
            PostMortems = await postMortems,
        };
        return (facts, [.. product.Notes, .. Limits(await hotfixes, await deployments, await releases)]);
    }

    private static IEnumerable<string> Limits(Listing<MergedHotfix> hotfixes, Listing<DeployedCommit> deployments, Listing<PublishedPage> releases)
    {
        if (!hotfixes.IsWhole)
            yield return ReportNotes.Cut("hotfixes");

        if (!deployments.IsWhole)
            yield return ReportNotes.Cut("deployments");

        if (!releases.IsWhole)
            yield return ReportNotes.Cut("releases");
    }
}
