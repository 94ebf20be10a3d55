using System.Collections.Concurrent;
using System.Globalization;

namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>What merged pull requests brought, many of them in one process. The answers never change, so each is asked of git once.</summary>
internal sealed class MergedHistory(string path)
{
    private readonly ConcurrentDictionary<MergedRange, IReadOnlyList<FileCount>> _files = new();
    private readonly ConcurrentDictionary<MergedRange, IReadOnlyList<DatedCommit>> _commits = new();

    /// <summary>Files that differ from the base before the merge to the merge, for each (git-diff-tree(1) <c>--stdin</c>).</summary>
    public async Task<IReadOnlyDictionary<MergedRange, IReadOnlyList<FileCount>>> FilesAsync(
        IReadOnlyCollection<MergedRange> ranges,
        CancellationToken cancellationToken
    )
    {
        Dictionary<string, MergedRange> missing = ranges
            .Where(range => !_files.ContainsKey(range))
            .DistinctBy(range => range.Merge)
            .ToDictionary(range => range.Merge, StringComparer.Ordinal);
        if (missing.Count > 0)
        {
            string input = string.Concat(missing.Values.Select(range => $"{range.Merge} {range.Base}\n"));
            List<FileCount>? open = null;
            foreach (string line in await ReadAsync(["diff-tree", "--stdin", "--root", "-r", "-M", "--numstat"], input, cancellationToken))
            {
                if (missing.TryGetValue(line.Split(' ')[0], out MergedRange? range))
                    _files[range] = open = [];
                else if (line.Split('\t') is [var added, var removed, var name])
                    open?.Add(new FileCount(name, Number(added), Number(removed)));
            }
        }

        return ranges.Distinct().ToDictionary(range => range, range => _files.GetValueOrDefault(range) ?? []);
    }

    /// <summary>Commits that the base lacked, oldest first, for each.</summary>
    public async Task<IReadOnlyDictionary<MergedRange, IReadOnlyList<DatedCommit>>> CommitsAsync(
        IReadOnlyCollection<MergedRange> ranges,
        CancellationToken cancellationToken
    )
    {
        MergedRange[] missing = [.. ranges.Where(range => !_commits.ContainsKey(range))];
        if (missing.Length > 0)
        {
            string input = string.Concat(
                missing.SelectMany(range => new[] { range.Base, range.Head }).Distinct(StringComparer.Ordinal).Select(sha => sha + "\n")
            );
            DatedCommit[] newestFirst =
            [
                .. (await ReadAsync(["log", "--stdin", "--topo-order", "--format=%H %ct %P"], input, cancellationToken)).Select(Commit),
            ];
            Dictionary<string, DatedCommit> known = newestFirst.ToDictionary(commit => commit.Sha, StringComparer.Ordinal);
            foreach (MergedRange range in missing)
            {
                HashSet<string> before = Reachable(known, range.Base, []);
                HashSet<string> own = Reachable(known, range.Head, before);
                _commits[range] = [.. newestFirst.Reverse().Where(commit => own.Contains(commit.Sha))];
            }
        }

        return ranges.Distinct().ToDictionary(range => range, range => _commits[range]);
    }

    private static HashSet<string> Reachable(Dictionary<string, DatedCommit> known, string from, HashSet<string> without)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>([from]);
        while (next.TryPop(out string? sha))
        {
            if (without.Contains(sha) || !seen.Add(sha))
                continue;

            foreach (string parent in known[sha].Parents)
                next.Push(parent);
        }

        return seen;
    }

    private static DatedCommit Commit(string line)
    {
        string[] parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new DatedCommit(parts[0], DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[1], CultureInfo.InvariantCulture)), parts[2..]);
    }

    // A dash stands for a binary file.
    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    private async Task<string[]> ReadAsync(string[] arguments, string input, CancellationToken cancellationToken)
    {
        GitResult result = await GitProcess.TryRunAsync(path, arguments, input, cancellationToken);
        return result.ExitCode == 0 ? result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries) : throw GitProcess.Failed(arguments, result);
    }
}
