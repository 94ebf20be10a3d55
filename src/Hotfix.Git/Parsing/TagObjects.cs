using System.Globalization;

namespace Hotfix.Git.Parsing;

/// <summary>Reads many tag objects from one output of git-cat-file(1) <c>--batch</c>.</summary>
internal static class TagObjects
{
    /// <param name="output">The whole output.</param>
    /// <param name="names">What was asked for, in order. Objects that are missing, or no tags, are left out.</param>
    /// <remarks>Sizes are bytes, and what is decoded already has lost count of them: each object ends where the header of the next one asked for
    /// begins.</remarks>
    public static IReadOnlyDictionary<string, TagObject> Read(string output, IReadOnlyList<string> names)
    {
        var found = new Dictionary<string, TagObject>(StringComparer.Ordinal);
        int at = 0;
        for (int index = 0; index < names.Count; index++)
        {
            int header = output.IndexOf('\n', at);
            if (header < 0)
                break;

            int end = index + 1 < names.Count ? output.IndexOf($"\n{names[index + 1]} ", header, StringComparison.Ordinal) : output.Length - 1;
            if (end < 0)
                break;

            if (output.AsSpan(at, header - at).StartsWith($"{names[index]} tag "))
                found[names[index]] = Parse(output[(header + 1)..Math.Max(header + 1, end)]);

            at = end + 1;
        }

        return found;
    }

    private static TagObject Parse(string text)
    {
        int end = text.IndexOf("\n\n", StringComparison.Ordinal);
        string headers = end < 0 ? text : text[..end];
        string? tagger = headers.Split('\n').FirstOrDefault(line => line.StartsWith("tagger ", StringComparison.Ordinal));
        string[] time = tagger is null ? [] : tagger[(tagger.LastIndexOf('>') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool isTime =
            long.TryParse(time.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        return new TagObject(isTime ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null, end < 0 ? "" : text[(end + 2)..]);
    }
}
