namespace Hotfix.Drill.Processes;

/// <summary>How a program ended.</summary>
/// <param name="Command">What was started.</param>
/// <param name="ExitCode">As the operating system gave it.</param>
/// <param name="Lines">Both streams, in the order in which they came.</param>
/// <param name="LogFile">Holds the same lines.</param>
/// <param name="Duration">Wall time.</param>
internal sealed record ChildResult(ChildCommand Command, int ExitCode, IReadOnlyList<string> Lines, string LogFile, TimeSpan Duration)
{
    /// <summary>How many lines an error quotes.</summary>
    public const int QuotedLines = 25;

    /// <summary>The end of the output, for an error message.</summary>
    public string LastLines => Quote(Lines);

    public static string Quote(IReadOnlyList<string> lines) =>
        lines.Count == 0 ? "  (none)" : string.Join('\n', lines.TakeLast(QuotedLines).Select(line => "  " + line));
}
