using System.Collections.Concurrent;
using System.Globalization;

namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>Questions about two commits. The answers never change, so each is asked of git once.</summary>
internal sealed class GitHistory(string path)
{
    private readonly ConcurrentDictionary<(string, string), Divergence> _divergences = new();
    private readonly ConcurrentDictionary<(string, string), string?> _merges = new();
    private readonly ConcurrentDictionary<(string, string), IReadOnlyList<FileChange>> _changes = new();

    /// <summary>How far <paramref name="head"/> and <paramref name="base"/> are apart.</summary>
    public async Task<Divergence> DivergenceAsync(string @base, string head, CancellationToken cancellationToken)
    {
        if (_divergences.TryGetValue((@base, head), out Divergence? known))
            return known;

        string counts = await GitProcess.RunAsync(path, ["rev-list", "--left-right", "--count", $"{@base}...{head}"], cancellationToken);
        int[] numbers = [.. counts.Trim().Split('\t').Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
        GitResult mergeBase = await GitProcess.TryRunAsync(path, ["merge-base", @base, head], input: null, cancellationToken);
        return _divergences[(@base, head)] = new Divergence(numbers[1], numbers[0], mergeBase.ExitCode == 0 ? mergeBase.Output.Trim() : null);
    }

    /// <summary>The tree of merging the two; <c>null</c> when they conflict.</summary>
    public async Task<string?> MergedTreeAsync(string @base, string head, CancellationToken cancellationToken)
    {
        if (_merges.TryGetValue((@base, head), out string? known))
            return known;

        string[] arguments = ["merge-tree", "--write-tree", "--allow-unrelated-histories", "--no-messages", @base, head];
        GitResult result = await GitProcess.TryRunAsync(path, arguments, input: null, cancellationToken);
        return _merges[(@base, head)] = result.ExitCode switch
        {
            0 => result.Output.Trim(),
            1 => null,
            _ => throw GitProcess.Failed(arguments, result),
        };
    }

    /// <summary>Commits of <paramref name="head"/> that <paramref name="base"/> lacks, oldest first; <c>null</c> for all of head's history.</summary>
    public async Task<IReadOnlyList<string>> CommitsAsync(string? @base, string head, CancellationToken cancellationToken)
    {
        string range = @base is null ? head : $"{@base}..{head}";
        string output = await GitProcess.RunAsync(path, ["rev-list", "--topo-order", "--reverse", range], cancellationToken);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Files that differ from <paramref name="from"/> (a commit, or the empty tree's sha) to <paramref name="to"/>.</summary>
    public async Task<IReadOnlyList<FileChange>> ChangesAsync(string from, string to, CancellationToken cancellationToken)
    {
        if (_changes.TryGetValue((from, to), out IReadOnlyList<FileChange>? known))
            return known;

        string output = await GitProcess.RunAsync(path, ["diff-tree", "-r", "-M", "--raw", "--numstat", "-p", "--no-abbrev", from, to], cancellationToken);
        return _changes[(from, to)] = DiffParser.Parse(output);
    }

    /// <summary>Commits from <paramref name="head"/> back, newest first; only those that touch <paramref name="file"/> if one is given.</summary>
    public async Task<IReadOnlyList<string>> LogAsync(string head, string? file, CancellationToken cancellationToken)
    {
        string[] arguments = file is null ? ["rev-list", head] : ["rev-list", head, "--", file];
        return (await GitProcess.RunAsync(path, arguments, cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>What lies directly in a folder of a commit; the empty path is the root.</summary>
    public async Task<IReadOnlyList<TreeEntry>> TreeAsync(string commit, string folder, CancellationToken cancellationToken)
    {
        string output = await GitProcess.RunAsync(path, ["ls-tree", "-l", "-z", $"{commit}:{folder}"], cancellationToken);
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(line => Entry(line, folder))];
    }

    // "mode type sha size<TAB>name", the size padded, a dash for folders.
    private static TreeEntry Entry(string line, string folder)
    {
        string[] sides = line.Split('\t', 2);
        string[] fields = sides[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int size = int.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out int bytes) ? bytes : 0;
        return new TreeEntry(folder.Length == 0 ? sides[1] : $"{folder}/{sides[1]}", fields[1], fields[2], size);
    }
}
