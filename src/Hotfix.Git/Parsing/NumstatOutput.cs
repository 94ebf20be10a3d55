using System.Globalization;
using Hotfix.Core.Snapshots;

namespace Hotfix.Git.Parsing;

/// <summary>What <c>git diff-tree --numstat -z -M</c> said.</summary>
/// <remarks>
/// Source: git-diff(1), "OTHER DIFF FORMATS": <c>added TAB deleted TAB path NUL</c>; for a rename the path is empty, and
/// <c>old NUL new NUL</c> follow. A binary file has <c>-</c> for both numbers.
/// </remarks>
internal static class NumstatOutput
{
    public static IReadOnlyList<FileChange> Parse(string output)
    {
        var changes = new List<FileChange>();
        string[] parts = output.Split('\0');
        for (int i = 0; i < parts.Length - 1; i++)
        {
            string[] fields = parts[i].Split('\t', 3);
            bool isRename = fields[2].Length == 0;
            string? oldPath = isRename ? parts[i + 1] : null;
            string path = isRename ? parts[i + 2] : fields[2];
            i += isRename ? 2 : 0;
            changes.Add(new FileChange(path, oldPath, Number(fields[0]), Number(fields[1]), IsBinary: fields[0] == "-"));
        }

        return changes;
    }

    private static int Number(string field) => field == "-" ? 0 : int.Parse(field, NumberStyles.None, CultureInfo.InvariantCulture);
}
