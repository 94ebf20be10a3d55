using System.Globalization;
using Hotfix.Core.Refs;

namespace Hotfix.Git.Parsing;

/// <summary>What <c>git blame --porcelain</c> said.</summary>
/// <remarks>
/// Source: git-blame(1), "THE PORCELAIN FORMAT": a line <c>sha original final [count]</c>, at a commit's first appearance its headers, then TAB and the
/// content. The content may look like anything, but always begins with TAB.
/// </remarks>
internal static class BlameOutput
{
    /// <summary>One entry for each blamed commit of this file.</summary>
    public static IReadOnlyList<Entry> Parse(string output)
    {
        var entries = new Dictionary<CommitSha, Entry>();
        CommitSha at = default;
        bool isHeader = true;
        foreach (string line in output.Split('\n'))
        {
            if (line.StartsWith('\t'))
            {
                isHeader = true;
            }
            else if (isHeader && CommitSha.TryParse(line.Split(' ')[0], out at))
            {
                isHeader = false;
                entries[at] = entries.TryGetValue(at, out Entry? known) ? known with { Lines = known.Lines + 1 } : new Entry(at, default, "", 1);
            }
            else if (!isHeader)
            {
                entries[at] = With(entries[at], line);
            }
        }

        return [.. entries.Values];
    }

    private static Entry With(Entry entry, string header) =>
        header.Split(' ', 2) switch
        {
            ["author-time", var seconds] => entry with
            {
                AuthoredAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)),
            },
            ["summary", var subject] => entry with { Subject = subject },
            _ => entry,
        };

    internal sealed record Entry(CommitSha Sha, DateTimeOffset AuthoredAt, string Subject, int Lines);
}
