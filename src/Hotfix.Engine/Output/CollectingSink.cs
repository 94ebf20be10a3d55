using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>Hands each event, with the running target, to the collected log and to the host.</summary>
internal sealed class CollectingSink(BuildSession session) : ILogEventSink
{
    public void Emit(LogEvent logEvent)
    {
        session.Collected.Add(logEvent, session.RunningTarget);
        if (logEvent.Level is LogEventLevel.Warning)
            session.Host.ReportWarning(logEvent.RenderMessage());
        else if (logEvent.Level > LogEventLevel.Warning)
            session.Host.ReportError(logEvent.RenderMessage());
    }
}
