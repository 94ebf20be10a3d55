using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Hotfix.Testing;

namespace Hotfix.Engine.Tests.Harness;

/// <summary>The sample build in a process of its own, for what only a process has: exit codes and signals.</summary>
internal sealed class BuildProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly TempFolder _folder = new();
    private readonly Process _process;
    private readonly List<string> _lines = [];

    public BuildProcess(params string[] arguments)
    {
        Directory.CreateDirectory(_folder.Combine(".nuke"));
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(BuildProcess).Assembly.Location, .. arguments])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
        };
        foreach (
            string name in start
                .Environment.Keys.Where(name => name.StartsWith("NUKE_", StringComparison.Ordinal) || name.StartsWith("GITHUB_", StringComparison.Ordinal))
                .ToArray()
        )
        {
            start.Environment.Remove(name);
        }

        _process = Process.Start(start)!;
    }

    public string Output => string.Join('\n', _lines);

    /// <summary>Reads lines up to the one with this text; returns what follows the text.</summary>
    public async Task<string> WaitForLineAsync(string text)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            _lines.Add(line);
            int found = line.IndexOf(text, StringComparison.Ordinal);
            if (found >= 0)
                return line[(found + text.Length)..];
        }

        throw new InvalidOperationException($"The build ended without a line '{text}':\n{Output}");
    }

    public void Signal(PosixSignal signal)
    {
        using Process kill = Process.Start("kill", [signal == PosixSignal.SIGINT ? "-INT" : "-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Exit code as a shell shows it: 128 plus the signal for a process that one has ended.</summary>
    public async Task<int> WaitForExitAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            _lines.Add(line);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }
}
