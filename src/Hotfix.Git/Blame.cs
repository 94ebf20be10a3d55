using System.Globalization;
using Hotfix.Core.Errors;
using Hotfix.Core.PostMortems;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git.Parsing;

namespace Hotfix.Git;

/// <summary>Blames the lines of a change through git's command line.</summary>
/// <param name="git">Stands in the clone.</param>
internal sealed class Blame(GitCommandLine git)
{
    private const int MostFiles = 20;
    private const int MostRanges = 100;
    private const long MostBytes = 2_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Blames at <paramref name="before"/> (git-blame(1)). Of lines that were only added, the neighbours are blamed; new and binary files have none.
    /// Bounded: of many or very large files, and in history that was cut off, it says what it left out.
    /// </summary>
    /// <param name="before">The commit before the change, in the object store.</param>
    /// <param name="after">The commit with the change, in the object store.</param>
    /// <param name="files">The files to look at, of those that differ between the two.</param>
    /// <param name="cancellationToken">Stops the process.</param>
    public async Task<BlameFindings> ReadAsync(CommitSha before, CommitSha after, IReadOnlyList<FileChange> files, CancellationToken cancellationToken)
    {
        HashSet<CommitSha> cuts = await CutsAsync(cancellationToken);
        var unknown = new List<string>();
        var lines = new List<(string Path, BlameOutput.Entry Entry)>();
        foreach (FileChange file in files.Take(MostFiles))
        {
            string path = file.OldPath ?? file.Path;
            (IReadOnlyList<BlameOutput.Entry> entries, string? why) = await OfFileAsync(file, before, after, cancellationToken);
            lines.AddRange(entries.Where(entry => !cuts.Contains(entry.Sha)).Select(entry => (path, entry)));
            if (why is not null)
                unknown.Add($"{path}: {why}");

            if (entries.Where(entry => cuts.Contains(entry.Sha)).Sum(entry => entry.Lines) is > 0 and var hidden)
                unknown.Add($"{path}: this clone's history is cut off, and {hidden} of its lines are older than that; 'git fetch --unshallow' brings the rest");
        }

        if (files.Count > MostFiles)
            unknown.Add($"{files.Count - MostFiles} more files were not looked at");

        return new BlameFindings(Group(lines), unknown);
    }

    private static BlamedCommit[] Group(IEnumerable<(string Path, BlameOutput.Entry Entry)> lines) =>
        [
            .. lines
                .GroupBy(line => line.Entry.Sha)
                .Select(same => new BlamedCommit(
                    same.Key,
                    same.First().Entry.AuthoredAt,
                    same.First().Entry.Subject,
                    same.Sum(line => line.Entry.Lines),
                    [.. same.Select(line => line.Path).Distinct()]
                ))
                .OrderByDescending(commit => commit.Lines)
                .ThenByDescending(commit => commit.AuthoredAt)
                .ThenBy(commit => commit.Sha.Value, StringComparer.Ordinal),
        ];

    /// <summary>The commits of one file, or why there are none.</summary>
    private async Task<(IReadOnlyList<BlameOutput.Entry> Entries, string? Why)> OfFileAsync(
        FileChange file,
        CommitSha before,
        CommitSha after,
        CancellationToken cancellationToken
    )
    {
        if (file.IsBinary)
            return ([], "binary, it has no lines");

        string path = file.OldPath ?? file.Path;
        GitResult size = await git.RunAsync(["cat-file", "-s", $"{before}:{path}"], cancellationToken);
        if (!size.IsSuccess || !long.TryParse(size.Line, NumberStyles.None, CultureInfo.InvariantCulture, out long bytes) || bytes == 0)
            return ([], null); // new, or empty before

        if (bytes > MostBytes)
            return ([], string.Create(CultureInfo.InvariantCulture, $"too large to look at, {bytes} bytes"));

        IReadOnlyList<(int First, int Last)> ranges = HunkOutput.Parse(
            await git.ReadAsync(
                [
                    "diff-tree",
                    "-r",
                    "-M",
                    "--patch",
                    "--unified=0",
                    "--inter-hunk-context=0",
                    "--no-color",
                    "--no-ext-diff",
                    "--no-textconv",
                    before.Value,
                    after.Value,
                    "--",
                    .. Paths(file),
                ],
                cancellationToken
            )
        );
        string? why = ranges.Count > MostRanges ? $"{ranges.Count - MostRanges} more places were not looked at" : null;
        return ranges.Count == 0 ? ([], null) : await BlameAsync((before, path), [.. ranges.Take(MostRanges)], why, cancellationToken);
    }

    private async Task<(IReadOnlyList<BlameOutput.Entry> Entries, string? Why)> BlameAsync(
        (CommitSha At, string Path) file,
        (int First, int Last)[] ranges,
        string? why,
        CancellationToken cancellationToken
    )
    {
        // White space is nobody's cause, and commits that the team's blame.ignoreRevsFile names are none either.
        var call = new GitCall([
            "blame",
            "--porcelain",
            "-w",
            "--encoding=UTF-8",
            "--no-textconv",
            "--no-progress",
            .. ranges.SelectMany(range => new[] { "-L", string.Create(CultureInfo.InvariantCulture, $"{range.First},{range.Last}") }),
            file.At.Value,
            "--",
            file.Path,
        ])
        {
            Timeout = Longest,
        };
        try
        {
            GitResult result = await git.RunAsync(call, cancellationToken);
            return result.IsSuccess ? (BlameOutput.Parse(result.Output), why) : ([], $"git could not tell: {result.Evidence}");
        }
        catch (HotfixException e) when (e.Code == "HF2003")
        {
            return ([], $"git blame took longer than {Longest.TotalSeconds:0} s");
        }
    }

    private async Task<HashSet<CommitSha>> CutsAsync(CancellationToken cancellationToken)
    {
        GitLocation location = await GitLocation.FindAsync(git, directory: null, cancellationToken);
        return location.IsShallow
            ? [.. (await File.ReadAllLinesAsync(location.ShallowFile, cancellationToken)).Where(line => line.Length > 0).Select(CommitSha.Parse)]
            : [];
    }

    private static string[] Paths(FileChange file) => [.. new[] { file.OldPath, file.Path }.OfType<string>().Select(path => $":(literal,top){path}")];
}
