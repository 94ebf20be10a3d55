using Hotfix.Core.Deploying;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Reporting;

/// <summary>Of a history, what belongs to the product that the remote was read for; all of it where the repository has one product.</summary>
/// <param name="remote">Its release tags are the product's, and the others' are among its other tags.</param>
internal sealed class HistoryOfProduct(RemoteRefs remote)
{
    private readonly HashSet<CommitSha> _own = [.. remote.Tags.Select(tag => tag.Commit)];
    private readonly HashSet<CommitSha> _others = [.. remote.OtherTags.Where(tag => tag.Release is not null).Select(tag => tag.Commit)];

    /// <summary>What is left out, a sentence; empty where nothing is.</summary>
    public IReadOnlyList<string> Notes => !IsNamed ? [] : [$"Of several products, {Name} is counted: its hotfixes, releases and deployments, and no other's."];

    private bool IsNamed => remote.Product is not null || remote.Conventions.Product is not null;

    private bool IsWhole => !IsNamed && _others.Count == 0;

    private string Name =>
        remote.Conventions.Product is not { } product ? $"{remote.Product}"
        : remote.Product is { } folders ? $"'{product}' ({folders})"
        : $"'{product}'";

    /// <summary>
    /// Of these hotfixes, those that changed the product's files, or were tagged as its release.
    /// One whose files are not known, and that no other product was released with, counts.
    /// </summary>
    public IReadOnlyList<MergedHotfix> Of(IReadOnlyList<MergedHotfix> hotfixes) => IsWhole ? hotfixes : [.. hotfixes.Where(IsOurs)];

    /// <summary>
    /// Of these deployments, those that say that they are the product's, by what they name or by the tag of their commit;
    /// where no product was named, those that do not say that they are another's. Each with the commit that it names.
    /// </summary>
    public IReadOnlyList<DeployedCommit> Of(IReadOnlyList<DeployedCommit> deployments) => [.. deployments.Where(it => IsWhole || IsOurs(it)).Select(Named)];

    private bool IsOurs(MergedHotfix hotfix)
    {
        if (hotfix.MergeCommit is { } merge && _own.Contains(merge))
            return true;

        bool areAllKnown = hotfix.Paths.Count >= hotfix.Size.Files;
        return remote.Product is { } folders && (areAllKnown || hotfix.Paths.Any(folders.Holds))
            ? hotfix.Paths.Any(folders.Holds)
            : hotfix.MergeCommit is not { } commit || !_others.Contains(commit);
    }

    private bool IsOurs(DeployedCommit deployment)
    {
        if (deployment.Request is not { } request)
            return true;

        bool namesOurs = DeploymentOrigin.CorrelationOf(request) is { } id
            ? remote.Tags.Any(tag => id.StartsWith($"{tag.Name}/", StringComparison.Ordinal))
            : DeploymentOrigin.Named(request, remote.Tags).NamesItself;
        bool isTagged = _own.Contains(deployment.Sha);
        return namesOurs || (!DeploymentOrigin.IsOfAnother(request, remote) && (isTagged || !(IsNamed || _others.Contains(deployment.Sha))));
    }

    // What a job deployed is not always the commit that it stood at.
    private DeployedCommit Named(DeployedCommit deployment) =>
        deployment.Request is { } request ? deployment with { Sha = DeploymentOrigin.Named(request, remote.Tags).Sha } : deployment;
}
