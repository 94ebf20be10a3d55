using System.Text;

namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>A raw object: <c>commit</c>, <c>tag</c>, <c>tree</c> or <c>blob</c>.</summary>
internal sealed record GitObject(string Sha, string Type, byte[] Content)
{
    /// <summary>Header lines and message of a commit or tag.</summary>
    public (IReadOnlyList<(string Name, string Value)> Headers, string Message) Parse()
    {
        string text = Encoding.UTF8.GetString(Content);
        int end = text.IndexOf("\n\n", StringComparison.Ordinal);
        string head = end < 0 ? text : text[..end];
        var headers = new List<(string, string)>();
        foreach (string line in head.Split('\n'))
        {
            int space = line.IndexOf(' ', StringComparison.Ordinal);
            // A line that starts with a space continues a signature; nobody asks for those here.
            if (space > 0)
                headers.Add((line[..space], line[(space + 1)..]));
        }

        return (headers, end < 0 ? "" : text[(end + 2)..]);
    }
}
