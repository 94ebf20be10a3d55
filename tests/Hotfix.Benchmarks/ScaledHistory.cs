using System.Diagnostics;
using System.Globalization;
using Hotfix.Testing;

namespace Hotfix.Benchmarks;

/// <summary>
/// A repository of one shape and any size: one line of commits with a release every so often, files in folders, and branches that nobody deleted.
/// </summary>
internal sealed record ScaledHistory(int Commits, int Tags, int Branches, int Files)
{
    /// <summary>What the issue that asked for this was measured on; a hundred times as much in all respects is <see cref="Large"/>.</summary>
    public static ScaledHistory Small { get; } = new(1_003, 55, 201, 605);

    public static ScaledHistory Large { get; } = new(100_003, 5_005, 20_001, 60_005);

    /// <summary>For people.</summary>
    public string Describe() => string.Create(CultureInfo.InvariantCulture, $"{Commits:N0} commits, {Tags:N0} tags, {Branches:N0} branches, {Files:N0} files");

    /// <summary>Makes it, bare and packed, below <paramref name="folder"/>, where it is not yet; gives its path.</summary>
    public async Task<string> MakeAsync(string folder, CancellationToken cancellationToken)
    {
        string path = Path.Combine(folder, $"{Commits}.git");
        if (Directory.Exists(path))
            return path;

        string partial = $"{path}.partial";
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);

        Directory.CreateDirectory(partial);
        TempRepository repository = TempRepository.At(partial);
        repository.Git(["init", "--quiet", "--bare", "--initial-branch=main"]);
        var start = new ProcessStartInfo("git", ["fast-import", "--quiet"]) { WorkingDirectory = partial, RedirectStandardInput = true };
        TempRepository.Clean(start.Environment, folder);
        using Process import = Process.Start(start)!;
        await WriteAsync(import.StandardInput, cancellationToken);
        import.StandardInput.Close();
        await import.WaitForExitAsync(cancellationToken);
        repository.Git(["pack-refs", "--all"]);
        Directory.Move(partial, path);
        return path;
    }

    private async Task WriteAsync(StreamWriter stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync("blob\nmark :1\ndata 22\n.nuke/temp/\nbin/\nobj/\n\n");
        for (int commit = 1; commit <= Commits; commit++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int mark = commit + 1;
            await stream.WriteAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"commit refs/heads/main\nmark :{mark}\ncommitter Ada <ada@example.com> {1_500_000_000L + (600L * commit)} +0000\ndata 4\nwork\n{(commit > 1 ? $"from :{mark - 1}\n" : "M 644 :1 .gitignore\nM 644 inline .nuke/parameters.json\ndata 2\n{}\n")}"
                )
            );
            int file = commit % Files;
            string text = commit.ToString(CultureInfo.InvariantCulture);
            await stream.WriteAsync(
                string.Create(CultureInfo.InvariantCulture, $"M 644 inline src/{file / 100}/file{file}.txt\ndata {text.Length}\n{text}\n\n")
            );
            if (IsNext(commit, Tags, out int tag))
                await stream.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"reset refs/tags/v1.{tag / 10}.{tag % 10}\nfrom :{mark}\n\n"));

            if (IsNext(commit, Branches - 1, out int branch))
                await stream.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"reset refs/heads/feature/topic-{branch}\nfrom :{mark}\n\n"));
        }
    }

    // Evenly spread, and the last one a few commits before the tip.
    private bool IsNext(int commit, int count, out int number)
    {
        number = (int)((long)(commit + 3) * count / Commits);
        return commit + 3 <= Commits && number > (long)(commit + 2) * count / Commits;
    }
}
