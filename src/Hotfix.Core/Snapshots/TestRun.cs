namespace Hotfix.Core.Snapshots;

/// <summary>What one run of the tests counted.</summary>
/// <param name="Passed">Ran and passed.</param>
/// <param name="Failed">Ran and failed.</param>
/// <param name="Skipped">Did not run.</param>
/// <param name="Duration">Wall time, build included.</param>
/// <param name="Problem">Why the counts do not tell the whole story, such as a build that failed; <c>null</c> when they do.</param>
public sealed record TestRun(int Passed, int Failed, int Skipped, TimeSpan Duration, string? Problem = null)
{
    /// <summary>Whether the counts are known; where only an exit code is, they are all 0.</summary>
    public bool IsCounted { get; init; } = true;

    /// <summary>Whether there was nothing that could have tests: a solution without a project.</summary>
    public bool HadNothingToRun { get; init; }

    /// <summary>Whether nothing failed, and nothing broke before it could.</summary>
    public bool IsGreen => Failed == 0 && Problem is null;

    /// <summary>Whether it is known that not one test ran.</summary>
    public bool RanNone => IsCounted && Passed + Failed == 0;

    /// <summary>The line that scripts read.</summary>
    public override string ToString() =>
        IsCounted ? $"{Passed} passed, {Failed} failed, {Skipped} skipped"
        : Problem is null ? "passed, without counts"
        : "did not pass, without counts";
}
