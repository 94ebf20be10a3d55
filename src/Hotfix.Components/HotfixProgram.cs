using System.Runtime.InteropServices;
using System.Text;
using Hotfix.Components.Guards;
using Hotfix.Components.Output;
using Hotfix.Components.Output.Consoles;
using Hotfix.Components.Output.Summaries;
using Hotfix.Components.Testing;
using Hotfix.Core.Errors;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Components;

/// <summary>The entry point around NUKE's own: <c>Main</c> of a build class returns <see cref="Run(Func{int})"/>.</summary>
public static class HotfixProgram
{
    private const int Refused = 255;
    private static int _hasEnded;

    /// <summary>
    /// Runs the build. With <c>--json</c>, standard output carries one document and nothing else: whatever NUKE prints goes to standard error.
    /// In a job of GitHub Actions the run ends with a summary and annotations.
    /// </summary>
    /// <param name="execute">Calls <c>Execute&lt;Build&gt;(…)</c>.</param>
    /// <returns>The process's exit code.</returns>
    public static int Run(Func<int> execute)
    {
        OwnCommand.StartedAs(Environment.GetEnvironmentVariable(OwnCommand.Variable), hasScript: true);
        return Run(execute, place: null);
    }

    /// <summary>The same for a program that is not the repository's own.</summary>
    internal static int Run(Func<int> execute, ProgramPlace? place)
    {
        HotfixProcess.Place = place;
        HiddenVariables.Hide();
        Environment.SetEnvironmentVariable("NUKE_TELEMETRY_OPTOUT", "1");
        var mode = ConsoleMode.Of(Environment.GetCommandLineArgs()[1..], InputGuards.ReadVariables());
        if (Console.OutputEncoding.CodePage != Encoding.UTF8.CodePage)
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        using var console = new ConsoleStreams(mode, Console.Out, Console.Error, Console.IsOutputRedirected ? null : WindowSize);
        HotfixProcess.Console = console;
        HotfixProcess.TakesInput = !Console.IsInputRedirected;
        Console.SetOut(console.Log);
        Console.SetError(console.Errors);

        // Handlers run in the reverse order of their registration: the engine ends its run before this ends the output.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => End(console, mode, RunEnd.Interrupted));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => End(console, mode, RunEnd.Terminated));
        int exitCode = Start(execute);
        End(console, mode, exitCode & 0xFF);
        return exitCode;
    }

    /// <summary>Prints lines that are no log.</summary>
    internal static void Show(IEnumerable<string> lines)
    {
        foreach (string line in lines)
            Console.WriteLine(line);
    }

    // A terminal that does not know its size says 0.
    private static (int Width, int Height) WindowSize()
    {
        try
        {
            return (Console.WindowWidth is > 0 and var width ? width : 80, Console.WindowHeight is > 0 and var height ? height : 24);
        }
        catch (IOException)
        {
            return (80, 24);
        }
    }

    // What would crash NUKE before any extension runs is checked before NUKE is touched.
    private static int Start(Func<int> execute)
    {
        List<Refusal> refusals =
        [
            .. new StartGuard(InputGuards.OfProcess(), InputGuards.ReadVariables(), Environment.CurrentDirectory) { Place = HotfixProcess.Place }.Check(),
        ];
        if (refusals.Count == 0)
        {
            try
            {
                return execute();
            }
            catch (Exception e) when (e.GetBaseException() is IOException or UnauthorizedAccessException)
            {
                refusals.Add(StartGuard.NotWritable(Environment.CurrentDirectory, e.GetBaseException()));
            }
        }

        HotfixProcess.Record = new RunRecord { Refusals = refusals };
        foreach (Refusal refusal in refusals)
            Console.WriteLine(TerminalText.Clean(refusal.ToString()));

        return Refused;
    }

    /// <summary>Prints what was asked for, and ends the process: an extension has no other way to say that there is nothing left to do.</summary>
    internal static void Answer(string text)
    {
        Console.Write(TerminalText.Clean(text));
        Serilog.Log.CloseAndFlush();
        if (HotfixProcess.Console is { } console)
        {
            End(console, ConsoleMode.Of(Environment.GetCommandLineArgs()[1..], InputGuards.ReadVariables()), exitCode: 0);
            console.Dispose();
        }

        Environment.Exit(0);
    }

    private static void End(ConsoleStreams console, ConsoleMode mode, int exitCode)
    {
        if (Interlocked.Exchange(ref _hasEnded, 1) != 0)
            return;

        var end = new RunEnd(HotfixProcess.Record ?? new RunRecord(), exitCode, Failures.All) { Targets = HotfixProcess.Targets };
        console.Complete();
        if (mode.IsActions)
            Annotate(console, end);

        Summarize(console, end);

        if (mode.IsJson)
        {
            console.WriteDocument(new RunDocument(end).ToJson());
        }
        else if (end.WasInterrupted)
        {
            ShowHowToGoOn(console);
        }
        else if (new RunSummary(end.Record).LastLine is { } line && HotfixProcess.IsOver)
        {
            console.Log.WriteLine(TerminalText.Clean(line));
        }

        console.Complete();
    }

    private static void Annotate(ConsoleStreams console, RunEnd end)
    {
        foreach (string command in Annotations.Of(end, console.EngineErrors))
            console.WriteCommand(command);
    }

    // Other services that run GitHub's workflows name such a file, too.
    private static void Summarize(ConsoleStreams console, RunEnd end)
    {
        if (
            Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } file
            && (HotfixProcess.Targets.Count > 0 || end.State == "failed")
            && JobSummaryFile.Append(file, end) is { } problem
        )
        {
            console.Log.WriteLine($"The job's summary could not be written: {problem}");
        }
    }

    private static void ShowHowToGoOn(ConsoleStreams console)
    {
        if (HotfixProcess.Targets.Count == 0)
            return;

        string[] arguments = Environment.GetCommandLineArgs()[1..];
        IReadOnlyList<string> secrets = SameCommand.LeftOut(arguments, HotfixProcess.SecretParameters);
        string addition = secrets.Count > 0 ? $" (and {string.Join(", ", secrets)} as before)" : "";
        console.Log.WriteLine();
        console.Log.WriteLine($"Interrupted. What was done stands, and nothing has to be undone; to go on{addition}:");
        console.Log.WriteLine(SameCommand.Of(arguments, HotfixProcess.SecretParameters, OperatingSystem.IsWindows()));
    }
}
