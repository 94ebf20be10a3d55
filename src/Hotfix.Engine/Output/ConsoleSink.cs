using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>One log event, one line on the console: time, level, message; an exception below it.</summary>
internal sealed class ConsoleSink(BuildSession session) : ILogEventSink
{
    public static string ShortName(LogEventLevel level) =>
        level switch
        {
            LogEventLevel.Verbose => "VRB",
            LogEventLevel.Debug => "DBG",
            LogEventLevel.Information => "INF",
            LogEventLevel.Warning => "WRN",
            LogEventLevel.Error => "ERR",
            _ => "FTL",
        };

    public static Ansi Colour(LogEventLevel level) =>
        level switch
        {
            LogEventLevel.Verbose or LogEventLevel.Debug => Ansi.Faint,
            LogEventLevel.Warning => Ansi.Warning,
            LogEventLevel.Error or LogEventLevel.Fatal => Ansi.Error,
            _ => Ansi.None,
        };

    public void Emit(LogEvent logEvent)
    {
        if (logEvent.Level < LeastLevel(session.Verbosity))
            return;

        BuildConsole console = session.Console;
        string time = session.Clock.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        string line = $"{console.Paint(time, Ansi.Faint)} {console.Paint($"[{ShortName(logEvent.Level)}]", Colour(logEvent.Level))} {MessageText.Of(logEvent)}";
        console.WriteLine(logEvent.Exception is null ? line : line + Environment.NewLine + logEvent.Exception);
    }

    private static LogEventLevel LeastLevel(Verbosity verbosity) =>
        verbosity switch
        {
            Verbosity.Verbose => LogEventLevel.Verbose,
            Verbosity.Minimal => LogEventLevel.Warning,
            Verbosity.Quiet => LogEventLevel.Error,
            _ => LogEventLevel.Debug,
        };
}
