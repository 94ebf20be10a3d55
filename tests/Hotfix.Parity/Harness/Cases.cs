using System.Runtime.CompilerServices;
using Hotfix.Testing;

namespace Hotfix.Parity.Harness;

/// <summary>Runs several calls and compares what they reported, one text for all, with the approved one.</summary>
internal static class Cases
{
    public static async Task VerifyAsync(IEnumerable<ParityCase> cases, [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
    {
        var reports = new List<string>();
        foreach (ParityCase one in cases)
            reports.Add(await one.RunAsync());

        Golden.Verify(string.Join("\n", reports), testFile: testFile, testMethod: testMethod);
    }

    /// <summary>One case for each line of arguments, which are separated by single spaces.</summary>
    public static IEnumerable<ParityCase> Of(string build, params string[] lines) =>
        lines.Select(line => new ParityCase(build, line.Length == 0 ? [] : line.Split(' ')));
}
