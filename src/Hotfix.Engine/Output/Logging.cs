using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Makes <see cref="Log"/> write to the console, the log files and the summary.</summary>
internal static class Logging
{
    public static void Configure(BuildSession session) =>
        Log.Logger = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .WriteTo.Sink(new ConsoleSink(session))
            .WriteTo.Sink(new CollectingSink(session))
            .WriteTo.Sink(new FileSink(session))
            .CreateLogger();
}
