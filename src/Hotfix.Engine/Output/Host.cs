#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using System.Globalization;
using System.Reflection;
using System.Runtime.Versioning;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;

namespace Nuke.Common;

/// <summary>Where the build runs, which decides how its output is marked up.</summary>
public class Host
{
    private protected Host(BuildSession session)
    {
        Session = session;
    }

    private protected BuildSession Session { get; }

    private protected BuildConsole Output => Session.Console;

    /// <summary>Opens the output of a target; disposing closes it.</summary>
    internal virtual IDisposable WriteBlock(string text)
    {
        Output.Write(Environment.NewLine + Output.Paint(Header(text), Ansi.Header) + Environment.NewLine);
        return new Disposal(() => { });
    }

    /// <summary>Marks a warning for the host's own display; a terminal has none.</summary>
    internal virtual void ReportWarning(string text, string details = null) { }

    /// <summary>Marks an error for the host's own display; a terminal has none.</summary>
    internal virtual void ReportError(string text, string details = null) { }

    /// <summary>Names the engine.</summary>
    internal virtual void WriteLogo()
    {
        string version = typeof(Host).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
        string system =
            OperatingSystem.IsWindows() ? "Windows"
            : OperatingSystem.IsMacOS() ? "macOS"
            : "Linux";
        string framework = typeof(Host).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()?.FrameworkName;
        Output.WriteLine($"Hotfix embedded engine version {version} ({system},{framework})");
        Output.WriteLine();
    }

    /// <summary>Shows the warnings and errors of the run once more; nothing when there were none.</summary>
    internal virtual void WriteErrorsAndWarnings()
    {
        var events = Session.Collected.Events;
        if (events.Count == 0)
            return;

        Output.Write(Environment.NewLine + Output.Paint(Header("Errors & Warnings"), Ansi.Header) + Environment.NewLine);
        foreach ((Serilog.Events.LogEventLevel level, string target, string message) in events)
            Output.WriteLine($"[{ConsoleSink.ShortName(level)}] {target}: {message}", ConsoleSink.Colour(level));
    }

    /// <summary>Shows the table of targets.</summary>
    internal virtual void WriteTargetOutcome(INukeBuild build) => Output.Write(Environment.NewLine + SummaryTable.Of(build.ExecutionPlan, Output));

    /// <summary>Says whether the build succeeded.</summary>
    internal virtual void WriteBuildOutcome(INukeBuild build)
    {
        string now = Session.Clock.GetLocalNow().DateTime.ToString(CultureInfo.CurrentCulture);
        Output.WriteLine();
        if (build.IsSucceeding)
            Output.WriteLine($"Build succeeded on {now}. ＼（＾ᴗ＾）／", Ansi.Success);
        else
            Output.WriteLine($"Build failed on {now}. (╯°□°）╯︵ ┻━┻", Ansi.Error);
    }

    /// <summary>A message that ends the build and belongs to no target.</summary>
    internal virtual void WriteFatal(string text) => Output.Error(text);

    private static string Header(string text) =>
        string.Join(
            Environment.NewLine,
            "╬" + new string('═', text.Length + 5),
            "║ " + text,
            "╬" + new string('═', Math.Max(text.Length - 4, 2)),
            string.Empty
        );
}
