using System.Diagnostics;

namespace Hotfix.Benchmarks;

/// <summary>Runs commands in turns, so that what else the machine does falls on all of them alike.</summary>
internal static class Meter
{
    // A whole suite on a slow machine.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>One run of each to warm up, which is also the one whose memory is watched; then <paramref name="repetitions"/> rounds.</summary>
    public static async Task<Sample[]> MeasureAsync(IReadOnlyList<Command> commands, int repetitions, CancellationToken cancellationToken)
    {
        var seconds = commands.Select(_ => new List<double>()).ToArray();
        var peaks = new double?[commands.Count];
        for (int at = 0; at < commands.Count; at++)
            peaks[at] = (await RunAsync(commands[at], watchesMemory: true, cancellationToken)).PeakMiB;

        for (int round = 0; round < repetitions; round++)
        {
            for (int at = 0; at < commands.Count; at++)
                seconds[at].Add((await RunAsync(commands[at], watchesMemory: false, cancellationToken)).Seconds);
        }

        return [.. commands.Select((command, at) => new Sample(command.Name, seconds[at], peaks[at]))];
    }

    public static async Task<(double Seconds, double? PeakMiB, string Output)> RunAsync(
        Command command,
        bool watchesMemory,
        CancellationToken cancellationToken
    )
    {
        command.Before?.Invoke();
        ProcessStartInfo start = command.Start();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            using var memory = new PeakMemory(watchesMemory ? process.Id : null);
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            watch.Stop();
            string text = await output;
            return process.ExitCode == 0
                ? (watch.Elapsed.TotalSeconds, memory.MiB, text)
                : throw new InvalidOperationException($"{command.Name} ended with exit code {process.ExitCode}\n{text}\n{await errors}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
