namespace Hotfix.Drill.Testing;

/// <summary>What a build with its tests came to.</summary>
/// <param name="IsGreen">Exit code 0.</param>
/// <param name="Passed">Names of the tests that passed; empty when the command does not say.</param>
/// <param name="Failed">Names of the tests that failed.</param>
/// <param name="LastLines">The end of the output.</param>
internal sealed record TestRun(bool IsGreen, IReadOnlyList<string> Passed, IReadOnlyList<string> Failed, string LastLines)
{
    /// <summary>One line for people.</summary>
    public string Describe() =>
        (Passed.Count + Failed.Count, IsGreen) switch
        {
            (0, true) => "green",
            (0, false) => "failed before any test ran",
            _ => $"{Passed.Count} passed, {Failed.Count} failed",
        };
}
