using System.Globalization;

namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>Reads <c>git diff-tree --raw --numstat -p</c>: three sections that name the same files in the same order.</summary>
internal static class DiffParser
{
    public static IReadOnlyList<FileChange> Parse(string output)
    {
        int patchStart = output.StartsWith("diff --git ", StringComparison.Ordinal) ? 0 : output.IndexOf("\ndiff --git ", StringComparison.Ordinal);
        string[] lines = (patchStart < 0 ? output : output[..patchStart]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] raw = [.. lines.Where(line => line[0] == ':')];
        string[] numbers = [.. lines.Where(line => line[0] != ':')];
        string[] patches = patchStart < 0 ? [] : ("\n" + output[patchStart..].TrimStart('\n')).Split("\ndiff --git ", StringSplitOptions.RemoveEmptyEntries);
        return [.. raw.Select((line, index) => Read(line, numbers[index], index < patches.Length ? patches[index] : ""))];
    }

    private static FileChange Read(string raw, string numbers, string patch)
    {
        string[] fields = raw.Split('\t');
        string[] head = fields[0].Split(' ');
        char letter = head[4][0];
        string[] counts = numbers.Split('\t');
        int hunks = patch.IndexOf("\n@@ ", StringComparison.Ordinal);
        return new FileChange(fields[^1], fields.Length > 2 ? fields[1] : null, Status(letter), letter == 'D' ? head[2] : head[3])
        {
            Additions = Count(counts[0]),
            Deletions = Count(counts[1]),
            Patch = hunks < 0 ? null : patch[(hunks + 1)..].TrimEnd('\n'),
        };
    }

    // A binary file's counts are dashes.
    private static int Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 0;

    private static string Status(char letter) =>
        letter switch
        {
            'A' => "added",
            'D' => "removed",
            'R' => "renamed",
            'T' => "changed",
            _ => "modified",
        };
}
