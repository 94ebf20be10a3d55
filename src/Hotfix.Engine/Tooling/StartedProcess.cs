using System.Collections.Concurrent;
using System.Diagnostics;

namespace Nuke.Common.Tooling;

/// <summary>A process whose lines are collected, and logged as they come.</summary>
internal sealed class StartedProcess : IProcess
{
    private static readonly TimeSpan KillLimit = TimeSpan.FromSeconds(5);
    private static readonly ConcurrentDictionary<StartedProcess, bool> Running = [];
    private readonly Process _process;
    private readonly ConcurrentQueue<Output> _output = [];
    private readonly int? _timeout;

    public StartedProcess(ProcessStartInfo start, int? timeout, Func<string, string> filter, Action<OutputType, string>? logger)
    {
        _timeout = timeout;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Receive(OutputType.Std, line.Data);
        _process.ErrorDataReceived += (_, line) => Receive(OutputType.Err, line.Data);
        Arguments = filter(start.Arguments);
        _process.Start();
        Running[this] = true;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        void Receive(OutputType type, string? text)
        {
            if (text is null)
                return;

            string filtered = filter(text);
            _output.Enqueue(new Output { Type = type, Text = filtered });
            logger?.Invoke(type, filtered);
        }
    }

    public string FileName => _process.StartInfo.FileName;

    /// <summary>Without the secrets.</summary>
    public string Arguments { get; }

    public string WorkingDirectory => _process.StartInfo.WorkingDirectory;

    public IReadOnlyCollection<Output> Output => _output;

    public int ExitCode => _process.ExitCode;

    public bool HasExited => _process.HasExited;

    public int Id => _process.Id;

    /// <summary>Ends whatever still runs: an interrupted build leaves nothing behind.</summary>
    public static void KillAll()
    {
        foreach (StartedProcess process in Running.Keys)
        {
            if (process.HasExited)
                continue;

            process.Kill();
            process._process.WaitForExit(KillLimit);
        }
    }

    public void Kill() => _process.Kill(entireProcessTree: true);

    public bool WaitForExit()
    {
        if (!_process.WaitForExit(_timeout ?? Timeout.Infinite))
        {
            Kill();
            _process.WaitForExit();
            Running.TryRemove(this, out _);
            return false;
        }

        // Only the wait without limit also waits for the rest of the output.
        _process.WaitForExit();
        Running.TryRemove(this, out _);
        return true;
    }

    public void Dispose()
    {
        Running.TryRemove(this, out _);
        _process.Dispose();
    }
}
