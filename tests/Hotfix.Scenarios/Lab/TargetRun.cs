using System.Diagnostics;
using System.Text;

namespace Hotfix.Scenarios.Lab;

/// <summary>A run of the real build program, as its own process, that a scenario may watch and kill.</summary>
public sealed class TargetRun : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private TargetRun(Process process)
    {
        _process = process;
        ProcessId = process.Id;
        process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(_errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public string Errors
    {
        get
        {
            lock (_errors)
                return _errors.ToString();
        }
    }

    /// <summary>Known after it has ended, too.</summary>
    public int ProcessId { get; }

    public bool HasEnded => _process.HasExited;

    public static TargetRun Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return new TargetRun(process);
    }

    public Task<RunResult> EndAsync() => EndAsync(Longest);

    public async Task<RunResult> EndAsync(TimeSpan limit)
    {
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            await _process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
            throw new TimeoutException($"The run took longer than {limit}.\n{_output}\n{_errors}");
        }

        return new RunResult(_process.ExitCode, Output, Errors);
    }

    /// <summary>Waits, for a minute at most, until the run has printed a text.</summary>
    public async Task ShouldPrintAsync(string text)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            Assert.False(HasEnded, $"It ended without printing '{text}'.\n{Output}");
            Assert.False(timeout.IsCancellationRequested, $"It did not print '{text}' in a minute.\n{Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>SIGKILL, for the whole tree: no handler runs.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();

        _process.Dispose();
    }

    // NUKE pads its table with no-break spaces, and its empty lines hold one of no width.
    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
            text.AppendLine(line == "\u200b" ? "" : line?.Replace('\u00a0', ' '));
    }
}
