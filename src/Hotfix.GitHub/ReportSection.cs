namespace Hotfix.GitHub;

/// <summary>Puts our part into a pull request's text and leaves people's words alone.</summary>
/// <remarks>
/// Our part is marked when its first and its last line are HTML comments, which GitHub does not show. A marked part replaces the one between the same two lines,
/// or is added at the end where there is none yet. Text without marks is the whole text.
/// </remarks>
internal static class ReportSection
{
    public static string Put(string part, string present)
    {
        string ours = Normalize(part).Trim();
        string theirs = Normalize(present);
        string[] lines = ours.Split('\n');
        if (lines.Length < 2 || !IsComment(lines[0]) || !IsComment(lines[^1]))
            return ours;

        int start = theirs.IndexOf(lines[0], StringComparison.Ordinal);
        int end = start < 0 ? -1 : theirs.IndexOf(lines[^1], start, StringComparison.Ordinal);
        if (end >= 0)
            return theirs[..start] + ours + theirs[(end + lines[^1].Length)..];

        return theirs.Trim().Length == 0 ? ours : $"{theirs.TrimEnd()}\n\n{ours}";
    }

    /// <summary>GitHub's web page sends CR LF.</summary>
    public static string Normalize(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static bool IsComment(string line) => line.StartsWith("<!--", StringComparison.Ordinal) && line.EndsWith("-->", StringComparison.Ordinal);
}
