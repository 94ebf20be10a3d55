using Hotfix.Components;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Hotfix.Builds;

/// <summary>Ends as NUKE does after a warning: with a log of its own, which writes to the console alone.</summary>
[HotfixBuild]
[ReplacesTheLog]
internal sealed class ReplacedLogBuild : EngineBuild, IHotfix
{
    public static int Execute() => Execute<ReplacedLogBuild>(x => ((IReportStatus)x).Status);

    [AttributeUsage(AttributeTargets.Class)]
    private sealed class ReplacesTheLogAttribute : BuildExtensionAttributeBase, IOnBuildFinished
    {
        public ReplacesTheLogAttribute() => Priority = 100;

        public void OnBuildFinished() => Log.Logger = new LoggerConfiguration().WriteTo.Sink(new ToTheConsole()).CreateLogger();
    }

    private sealed class ToTheConsole : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => Console.WriteLine($"[INF] : {logEvent.RenderMessage()}");
    }
}
