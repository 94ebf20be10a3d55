using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Deploying;

/// <summary>What somebody wants to know before work starts: where the way back leads.</summary>
internal static class LastGoodLine
{
    /// <summary>The last good release and the command; the highest release, on a support line the highest of that line. <c>null</c> before the first.</summary>
    public static string? Of(Snapshot snapshot)
    {
        SupportLine? line = snapshot.Remote.Conventions.Support.LineOf(snapshot.BaseBranch);
        ReleaseTag? last = snapshot
            .Remote.Tags.Select(tag => tag.Release)
            .OfType<ReleaseTag>()
            .Where(tag => !tag.Version.IsPrerelease && line?.Holds(tag.Version) != false)
            .MaxBy(tag => tag.Version);
        return last is null ? null : $"last good release: {last}; the way back, should it be needed: {DeployRefusals.RollbackCommand(last)}";
    }
}
