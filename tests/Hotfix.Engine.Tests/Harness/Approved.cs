using System.Runtime.CompilerServices;

namespace Hotfix.Engine.Tests.Harness;

/// <summary>Compares a text with <c>Class.Method.approved.txt</c> beside the test. <c>HOTFIX_ACCEPT=1</c> writes the file instead.</summary>
internal static class Approved
{
    public static void Matches(string text, [CallerFilePath] string testFile = "", [CallerMemberName] string method = "")
    {
        // Stack traces name machines and lines; everything else counts.
        string actual = string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Where(line => !line.StartsWith("   at ", StringComparison.Ordinal)));
        string approvedFile = Path.Combine(
            Path.GetDirectoryName(Testing.RepositoryRoot.Source(testFile))!,
            $"{Path.GetFileNameWithoutExtension(testFile)}.{method}.approved.txt"
        );
        if (Environment.GetEnvironmentVariable("HOTFIX_ACCEPT") == "1")
            File.WriteAllText(approvedFile, actual);
        Assert.Equal(File.Exists(approvedFile) ? File.ReadAllText(approvedFile).ReplaceLineEndings("\n") : "(no approved text yet)", actual);
    }
}
