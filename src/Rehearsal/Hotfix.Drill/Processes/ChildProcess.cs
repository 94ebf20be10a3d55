using System.Diagnostics;

namespace Hotfix.Drill.Processes;

/// <summary>Starts a program, hands on its lines as they come, and never leaves it running.</summary>
internal static class ChildProcess
{
    /// <summary>How long to wait for the end of the output of a program that has ended: something it started may hold the pipe.</summary>
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(5);

    /// <summary>Runs to the end; kills the program and what it started when the limit passes or the token is cancelled.</summary>
    /// <exception cref="Core.Errors.HotfixException">HF5905 when the limit passed.</exception>
    public static async Task<ChildResult> RunAsync(ChildCommand command, string logFile, Action<string> onLine, CancellationToken cancellationToken)
    {
        var output = new ChildOutput(logFile, onLine);
        await using (output)
        {
            using Process process = new() { StartInfo = ToStartInfo(command), EnableRaisingEvents = true };
            var exited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            process.Exited += (_, _) => exited.TrySetResult();
            process.OutputDataReceived += (_, line) => output.Add(line.Data);
            process.ErrorDataReceived += (_, line) => output.Add(line.Data);
            long started = Stopwatch.GetTimestamp();
            process.Start();
            process.StandardInput.Close();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            try
            {
                await exited.Task.WaitAsync(command.Limit, cancellationToken);
                await DrainAsync(process, cancellationToken);
            }
            catch (TimeoutException)
            {
                throw DrillFailure.ProcessTookTooLong(command, ChildResult.Quote(output.Lines), logFile);
            }
            finally
            {
                await KillAsync(process);
            }

            return new ChildResult(command, process.ExitCode, output.Lines, logFile, Stopwatch.GetElapsedTime(started));
        }
    }

    private static ProcessStartInfo ToStartInfo(ChildCommand command)
    {
        var start = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            WorkingDirectory = command.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach ((string name, string value) in command.Environment)
            start.Environment[name] = value;

        return start;
    }

    private static async Task DrainAsync(Process process, CancellationToken cancellationToken)
    {
        using var grace = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        grace.CancelAfter(OutputGrace);
        try
        {
            await process.WaitForExitAsync(grace.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The program has ended; only its pipe is still open. What it said so far is enough.
        }
    }

    private static async Task KillAsync(Process process)
    {
        if (process.HasExited)
            return;

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None).WaitAsync(OutputGrace);
    }
}
