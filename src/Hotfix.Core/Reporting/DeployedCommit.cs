using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Reporting;

/// <summary>A deployment that ended well.</summary>
/// <param name="Sha">The commit.</param>
/// <param name="At">When the environment ran it.</param>
/// <param name="Source">Who says so, for people: <c>deployment 17</c>.</param>
internal sealed record DeployedCommit(CommitSha Sha, DateTimeOffset At, string Source)
{
    /// <summary>The environment's name.</summary>
    public string Environment { get; init; } = "";

    /// <summary>Whether this software asked for it; the others may be those that GitHub makes for jobs.</summary>
    public bool IsOwn { get; init; }

    /// <summary>What was asked for, with what its maker said of it; <c>null</c> for a release that stands for one.</summary>
    public Deployment? Request { get; init; }
}
