using Hotfix.Core.Policies;

namespace Hotfix.Core.Lanes;

/// <summary>Which changes that wait on the base branch speak against releasing it in a hurry.</summary>
/// <param name="BlockingPaths">Patterns (<see cref="PathPattern"/>) of files after whose change there is no easy way back: they speak for the exceptional
/// lane.</param>
/// <param name="RiskyPaths">Patterns of files that deserve a look; named, no more.</param>
/// <param name="BlockingCommits">From so many waiting commits on, the base branch is too far ahead.</param>
internal sealed record LanePolicy(IReadOnlyList<string> BlockingPaths, IReadOnlyList<string> RiskyPaths, int BlockingCommits)
{
    /// <summary>Migrations block; workflows, dependencies and infrastructure are named; 50 commits.</summary>
    public static LanePolicy Default { get; } =
        new(
            ["**/migrations/**"],
            [".github/workflows/**", "Directory.Packages.props", "**/*.tf", "**/Dockerfile", "**/helm/**", .. PathKinds.LockFiles],
            BlockingCommits: 50
        );
}
