using Hotfix.Drill.Output;

namespace Hotfix.Drill;

/// <summary>What happened in the exceptional lane, as the drill saw it.</summary>
/// <param name="OldReleases">Published releases before the hotfix.</param>
/// <param name="Production">The commit that production ran.</param>
/// <param name="Head">The author's commit.</param>
/// <param name="LastRun">What the last run, which has nothing to do, asked of the server.</param>
internal sealed record ExceptionalStory(int OldReleases, string Production, string Head, Traffic LastRun);
