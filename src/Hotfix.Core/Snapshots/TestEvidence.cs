using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>What a test run proved, and about which commit.</summary>
/// <param name="Commit">The commit that was tested, with a clean work tree.</param>
/// <param name="Passed">Tests that ran and passed.</param>
/// <param name="Failed">Tests that ran and failed.</param>
/// <param name="Skipped">Tests that did not run.</param>
/// <param name="Duration">Wall time, build included.</param>
internal sealed record TestEvidence(CommitSha Commit, int Passed, int Failed, int Skipped, TimeSpan Duration)
{
    /// <summary>Whether the counts are known; where the team's own command only said by its exit code that they passed, they are all 0.</summary>
    public bool IsCounted { get; init; } = true;

    /// <summary>Whether anything ran at all: a project without tests has none, it has not passed.</summary>
    public bool HasTests => !IsCounted || Passed + Failed > 0;

    /// <summary>Whether nothing failed; true of a project without tests, too, so look at <see cref="HasTests"/> before calling it green.</summary>
    public bool IsGreen => Failed == 0;

    /// <summary>One line for people.</summary>
    public string Describe() =>
        !IsCounted ? $"passed on {Commit.Short}, by the word of the team's own tests, without counts"
        : HasTests ? $"{Passed} passed, {Failed} failed, {Skipped} skipped on {Commit.Short}"
        : $"no tests ran on {Commit.Short}: this project has none, which is not the same as passed";
}
