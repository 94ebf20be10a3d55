namespace Hotfix.Drill.Processes;

/// <summary>Collects the lines of both streams of one program, in a list and in a file.</summary>
internal sealed class ChildOutput(string logFile, Action<string> onLine) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly StreamWriter _log = new(logFile, append: true) { AutoFlush = true };
    private bool _isClosed;

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    /// <summary>Called by the process, from any thread; <c>null</c> is the end of a stream.</summary>
    public void Add(string? line)
    {
        if (line is null)
            return;

        lock (_lock)
        {
            if (_isClosed)
                return;

            _lines.Add(line);
            _log.WriteLine(line);
        }

        onLine(line);
    }

    public async ValueTask DisposeAsync()
    {
        lock (_lock)
            _isClosed = true;

        await _log.DisposeAsync();
    }
}
