using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>
/// Reads objects through one long-lived <c>git cat-file --batch</c>: starting git for each would cost more than the answer. Commits and tags are remembered.
/// </summary>
internal sealed class ObjectReader(string directory) : IDisposable
{
    private readonly ConcurrentDictionary<string, GitObject> _known = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private Process? _process;

    /// <summary>The object called <paramref name="name"/> (a sha, or anything that <c>rev-parse</c> knows); <c>null</c> when there is none.</summary>
    public async Task<GitObject?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(name, out GitObject? known))
            return known;

        await _gate.WaitAsync(cancellationToken);
        try
        {
            // Not cancellable from here: half an answer left in the pipe would be taken for the next one's.
            GitObject? found = await AskAsync(name);
            if (found is { Type: "commit" or "tag" })
                _known[found.Sha] = found;

            return found;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close();
            if (!_process.WaitForExit(TimeSpan.FromSeconds(2)))
                _process.Kill(entireProcessTree: true);

            _process.Dispose();
        }

        _gate.Dispose();
    }

    private async Task<GitObject?> AskAsync(string name)
    {
        _process ??= Process.Start(GitProcess.Prepare(directory, ["cat-file", "--batch"]))!;
        await _process.StandardInput.WriteAsync(name + "\n");
        await _process.StandardInput.FlushAsync();
        Stream output = _process.StandardOutput.BaseStream;
        string[] header = (await ReadLineAsync(output)).Split(' ');
        if (header.Length != 3 || !int.TryParse(header[2], NumberStyles.None, CultureInfo.InvariantCulture, out int size))
            return null;

        byte[] content = new byte[size + 1];
        await output.ReadExactlyAsync(content);
        return new GitObject(header[0], header[1], content[..size]);
    }

    private static async Task<string> ReadLineAsync(Stream stream)
    {
        var line = new StringBuilder();
        byte[] one = new byte[1];
        while (await stream.ReadAsync(one) == 1 && one[0] != '\n')
            line.Append((char)one[0]);

        return line.ToString();
    }
}
