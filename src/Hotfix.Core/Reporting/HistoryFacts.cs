using Hotfix.Core.Conventions;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Reporting;

/// <summary>Everything that a report is made from: one look, and nothing of it is written down anywhere else.</summary>
/// <param name="Hotfixes">Merged pull requests of hotfix branches.</param>
/// <param name="Git">Tags and history.</param>
internal sealed record HistoryFacts(IReadOnlyList<MergedHotfix> Hotfixes, TagHistory Git)
{
    /// <summary>How the team names things.</summary>
    public HotfixConventions Conventions { get; init; } = HotfixConventions.Default;

    /// <summary>What production ran, in any order.</summary>
    public IReadOnlyList<DeployedCommit> Production { get; init; } = [];

    /// <summary>What ran where fixes are tried out, in any order.</summary>
    public IReadOnlyList<DeployedCommit> Staging { get; init; } = [];

    /// <summary>Published releases; drafts are none.</summary>
    public IReadOnlyList<PublishedPage> Pages { get; init; } = [];

    /// <summary>Issues that stand for fixes which the base branch lacks, or lacked.</summary>
    public IReadOnlyList<Issue> Debts { get; init; } = [];

    /// <summary>Issues of post-mortems, open or not.</summary>
    public IReadOnlyList<Issue> PostMortems { get; init; } = [];
}
