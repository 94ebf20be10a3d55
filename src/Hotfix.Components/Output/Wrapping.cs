using System.Text.RegularExpressions;

namespace Hotfix.Components.Output;

/// <summary>Breaks a text into lines between words. What stands in quotes, a command for example, stays on one line where it fits on one.</summary>
internal static partial class Wrapping
{
    /// <param name="text">One line.</param>
    /// <param name="width">Characters of a line, at least 1; a longer word is cut.</param>
    /// <param name="indent">Of every line but the first.</param>
    public static IReadOnlyList<string> Fold(string text, int width, string indent = "")
    {
        var lines = new List<string>();
        string line = "";
        int room = Math.Max(width - indent.Length, 1);
        foreach (string word in Words(text, room))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > (lines.Count == 0 ? width : room))
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        return [.. lines.Append(line).Select((it, at) => at == 0 ? it : indent + it)];
    }

    private static IEnumerable<string> Words(string text, int room) =>
        Word.Matches(text)
            .Select(match => match.Value)
            .SelectMany(word => word.Length <= room ? [word] : word.Split(' '))
            .SelectMany(word => word.Chunk(room).Select(part => new string(part)));

    [GeneratedRegex(@"(?<!\w)'[^']*'\S*|\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Word { get; }
}
