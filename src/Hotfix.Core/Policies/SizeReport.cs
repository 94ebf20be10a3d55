namespace Hotfix.Core.Policies;

/// <summary>How large a change is, and where it goes over its budget.</summary>
/// <param name="Files">Files changed.</param>
/// <param name="Lines">Lines added and deleted, tests and lock files not counted.</param>
/// <param name="TestFiles">Paths of the test files among them.</param>
/// <param name="Excesses">One line for each limit that is passed; empty when within budget.</param>
internal sealed record SizeReport(int Files, int Lines, IReadOnlyList<string> TestFiles, IReadOnlyList<string> Excesses)
{
    /// <summary>Whether every limit is kept.</summary>
    public bool IsWithinBudget => Excesses.Count == 0;
}
