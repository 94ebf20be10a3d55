#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using System.Diagnostics;
using Serilog;

namespace Nuke.Common.Tooling;

/// <summary>Starts processes; their lines are logged as they come.</summary>
public static class ProcessTasks
{
#pragma warning disable CA2211 // Non-constant fields should not be visible: NUKE's are fields.
    /// <summary>Whether the invocation is logged unless a call says otherwise.</summary>
    public static bool DefaultLogInvocation = true;

    /// <summary>Whether the output is logged unless a call says otherwise.</summary>
    public static bool DefaultLogOutput = true;
#pragma warning restore CA2211

    /// <summary>Starts a program of <c>PATH</c> or of a full path with interpolated arguments.</summary>
    /// <param name="toolPath">Name on <c>PATH</c>, or path of the program.</param>
    /// <param name="arguments">What it is given; see <see cref="ArgumentStringHandler"/>.</param>
    /// <param name="workingDirectory">Where it runs; the process's own working directory when <c>null</c>.</param>
    /// <param name="environmentVariables">All of its environment; a copy of ours when <c>null</c>.</param>
    /// <param name="timeout">Milliseconds until it is ended; no limit when <c>null</c>.</param>
    /// <param name="logOutput">Whether its lines are logged.</param>
    /// <param name="logInvocation">Whether program and arguments are logged first.</param>
    /// <param name="logger">Takes its lines in place of the log.</param>
    public static IProcess StartProcess(
        string toolPath,
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null
    )
    {
        Func<string, string> filter = arguments.GetFilter();
        return StartProcess(toolPath, arguments.ToStringAndClear(), workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, filter);
    }

    /// <summary>Starts a program of <c>PATH</c> or of a full path.</summary>
    /// <param name="toolPath">Name on <c>PATH</c>, or path of the program.</param>
    /// <param name="arguments">What it is given, as one text with quotes where they are needed.</param>
    /// <param name="workingDirectory">Where it runs; the process's own working directory when <c>null</c>.</param>
    /// <param name="environmentVariables">All of its environment; a copy of ours when <c>null</c>.</param>
    /// <param name="timeout">Milliseconds until it is ended; no limit when <c>null</c>.</param>
    /// <param name="logOutput">Whether its lines are logged.</param>
    /// <param name="logInvocation">Whether program and arguments are logged first.</param>
    /// <param name="logger">Takes its lines in place of the log.</param>
    /// <param name="outputFilter">Changes each line, and the arguments, before anybody sees them.</param>
    public static IProcess StartProcess(
        string toolPath,
        string arguments = null,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<string, string> outputFilter = null
    )
    {
        var start = new ProcessStartInfo(ProgramPath.Find(toolPath), arguments ?? string.Empty)
        {
            WorkingDirectory = workingDirectory ?? EnvironmentInfo.WorkingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (environmentVariables is not null)
        {
            start.Environment.Clear();
            foreach ((string name, string value) in environmentVariables)
                start.Environment[name] = value;
        }

        outputFilter ??= text => text;
        if (logInvocation ?? DefaultLogInvocation)
            Log.Information("> {Program} {Arguments}", start.FileName, outputFilter(start.Arguments));
        return new StartedProcess(start, timeout, outputFilter, logOutput ?? DefaultLogOutput ? logger ?? DefaultLogger : null);
    }

    /// <summary>Logs a line of standard output as debug, one of standard error as error.</summary>
    private static void DefaultLogger(OutputType type, string output)
    {
        if (type == OutputType.Std)
            Log.Debug("{Line}", output);
        else
            Log.Error("{Line}", output);
    }
}
