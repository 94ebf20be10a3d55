using System.Diagnostics;

namespace Hotfix.Testing;

/// <summary>Runs a program to its end, without input.</summary>
public static class ProcessRun
{
    /// <summary>Reads both streams; what takes longer than <paramref name="limit"/> is killed with everything that it started.</summary>
    /// <exception cref="TimeoutException">It took longer.</exception>
    public static async Task<EndedProcess> ToEndAsync(ProcessStartInfo start, TimeSpan limit)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(timeout.Token);
            await Task.WhenAll(output, errors, process.WaitForExitAsync(timeout.Token));
            return new EndedProcess(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{start.FileName} {string.Join(' ', start.ArgumentList)} took longer than {limit}.");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
