namespace Hotfix.Drill.Processes;

/// <summary>A program to start, with all that it gets to see.</summary>
/// <param name="FileName">Found on PATH.</param>
/// <param name="Arguments">Passed as a list; no shell reads them.</param>
/// <param name="WorkingDirectory">Absolute.</param>
/// <param name="Environment">The whole environment; nothing else is inherited.</param>
/// <param name="Limit">After this long the program and everything it started are killed.</param>
internal sealed record ChildCommand(
    string FileName,
    IReadOnlyList<string> Arguments,
    string WorkingDirectory,
    IReadOnlyDictionary<string, string> Environment,
    TimeSpan Limit
)
{
    /// <summary>As a person would type it.</summary>
    public override string ToString() =>
        string.Join(' ', Arguments.Prepend(FileName).Select(part => part.Contains(' ', StringComparison.Ordinal) ? $"\"{part}\"" : part));
}
