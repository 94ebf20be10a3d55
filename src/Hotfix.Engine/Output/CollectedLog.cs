using System.Collections.Concurrent;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>Keeps the warnings and errors of the run, which are shown again at its end.</summary>
internal sealed class CollectedLog
{
    private readonly ConcurrentQueue<(LogEventLevel Level, string? Target, string Message)> _events = [];

    public IReadOnlyCollection<(LogEventLevel Level, string? Target, string Message)> Events => _events;

    public void Add(LogEvent logEvent, string? target)
    {
        if (logEvent.Level >= LogEventLevel.Warning)
            _events.Enqueue((logEvent.Level, target, MessageText.Of(logEvent)));
    }
}
