using Hotfix.Drill.Output;

namespace Hotfix.Drill;

/// <summary>What happened when a fix of main was carried to production's line, as the drill saw it.</summary>
/// <param name="OldReleases">Published releases before the hotfix.</param>
/// <param name="Production">The commit that production ran.</param>
/// <param name="PullRequest">The number of the pull request that brought the fix to main.</param>
/// <param name="Main">The tip of main with the fix.</param>
/// <param name="Commits">The commits of that pull request, oldest first.</param>
/// <param name="LastRun">What the last run, which has nothing to do, asked of the server.</param>
internal sealed record FixFromMainStory(int OldReleases, string Production, int PullRequest, string Main, IReadOnlyList<string> Commits, Traffic LastRun);
