using System.Globalization;

namespace Hotfix.Benchmarks;

/// <summary>Watches a process and those that it starts through /proc; the largest one's high-water mark counts. Knows nothing on other systems.</summary>
internal sealed class PeakMemory : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(2);
    private readonly Dictionary<int, long> _kibibytes = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread? _watcher;

    public PeakMemory(int? process)
    {
        if (process is { } id && Directory.Exists("/proc/self"))
        {
            _watcher = new Thread(() => Watch(id)) { IsBackground = true };
            _watcher.Start();
        }
    }

    /// <summary>Mebibytes; <c>null</c> when nothing was watched.</summary>
    public double? MiB
    {
        get
        {
            Stop();
            return _kibibytes.Count == 0 ? null : _kibibytes.Values.Max() / 1024.0;
        }
    }

    public void Dispose()
    {
        Stop();
        _stop.Dispose();
    }

    private void Stop()
    {
        _stop.Cancel();
        _watcher?.Join();
    }

    private void Watch(int root)
    {
        while (!_stop.Token.WaitHandle.WaitOne(Interval))
        {
            var open = new Stack<int>([root]);
            while (open.TryPop(out int process))
                Read(process, open);
        }
    }

    private void Read(int process, Stack<int> open)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            if (line is not null)
            {
                _kibibytes[process] = long.Parse(
                    line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1],
                    CultureInfo.InvariantCulture
                );
            }

            foreach (string task in Directory.EnumerateDirectories($"/proc/{process}/task"))
            {
                foreach (string child in File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    open.Push(int.Parse(child, CultureInfo.InvariantCulture));
            }
        }
        catch (IOException)
        {
            // It has ended meanwhile.
        }
    }
}
