using System.Runtime.CompilerServices;

namespace Hotfix.Testing;

/// <summary>
/// Compares a text with the approved one beside the test, <c>Class.Method.approved.txt</c>. With <c>HOTFIX_ACCEPT=1</c> the text is written there instead, to
/// be reviewed as code.
/// </summary>
public static class Golden
{
    /// <exception cref="InvalidOperationException">The two differ, or nothing was approved yet; shows the first line that differs.</exception>
    /// <param name="actual">The text; line endings do not count.</param>
    /// <param name="name">The file's name without <c>.approved.txt</c>; <c>null</c> for the class and method of the test.</param>
    /// <param name="testFile">Filled in by the compiler.</param>
    /// <param name="testMethod">Filled in by the compiler.</param>
    public static void Verify(string actual, string? name = null, [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
    {
        string source = RepositoryRoot.Source(testFile);
        string stem = name ?? $"{Path.GetFileNameWithoutExtension(source)}.{testMethod}";
        string approvedFile = Path.Combine(Path.GetDirectoryName(source)!, stem + ".approved.txt");
        string text = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("HOTFIX_ACCEPT") == "1")
        {
            File.WriteAllText(approvedFile, text);
            return;
        }

        string approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile).ReplaceLineEndings("\n") : "";
        if (text != approved)
        {
            throw new InvalidOperationException(
                $"""
                {stem} is not what was approved, from line {FirstDifference(approved, text, out string before, out string after)} on.
                approved: {before}
                actual:   {after}
                Accept it with HOTFIX_ACCEPT=1 and review the change of {approvedFile}.
                """
            );
        }
    }

    private static int FirstDifference(string approved, string actual, out string before, out string after)
    {
        string[] old = approved.Split('\n');
        string[] now = actual.Split('\n');
        int line = 0;
        while (line < old.Length && line < now.Length && old[line] == now[line])
            line++;

        before = line < old.Length ? old[line] : "(end)";
        after = line < now.Length ? now[line] : "(end)";
        return line + 1;
    }
}
