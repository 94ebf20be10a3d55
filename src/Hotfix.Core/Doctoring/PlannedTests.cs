using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Doctoring;

/// <summary>What <c>Test</c> would do.</summary>
/// <param name="What">One line: the command, and where it comes from.</param>
/// <param name="Refusal">Why it would run nothing; <c>null</c> when it would.</param>
internal sealed record PlannedTests(string What, Refusal? Refusal)
{
    /// <summary>What they came to when they were started, with all that they need restored and built; <c>null</c> where nobody asked for that.</summary>
    public TestRun? Ran { get; init; }
}
