using Hotfix.Components.Output;
using Hotfix.Components.Testing;

namespace Hotfix.Components;

/// <summary>The entry point around NUKE's own: <c>Main</c> of a build class returns <see cref="Run"/>.</summary>
public static class HotfixProgram
{
    private static TextWriter _output = Console.Out;

    /// <summary>The build's last line, written after everything else; <c>null</c> for none.</summary>
    internal static string? LastLine { get; set; }

    /// <summary>The build's document, for <c>--json</c>; <c>null</c> when no build came far enough to have one.</summary>
    internal static RunDocument? Document { get; set; }

    /// <summary>
    /// Runs the build. With <c>--json</c>, standard output carries one document and nothing else: whatever NUKE prints goes to standard error.
    /// </summary>
    /// <param name="execute">Calls <c>Execute&lt;Build&gt;(…)</c>.</param>
    /// <returns>The process's exit code.</returns>
    public static int Run(Func<int> execute)
    {
        HiddenVariables.Hide();
        Environment.SetEnvironmentVariable("NUKE_TELEMETRY_OPTOUT", "1");
        bool isJson = WantsJson(Environment.GetCommandLineArgs());
        if (isJson)
        {
            _output = Console.Out;
            Console.SetOut(Console.Error);
        }

        int exitCode = execute();
        if (isJson)
        {
            _output.WriteLine((Document ?? new RunDocument()).ToJson(exitCode));
        }
        else if (LastLine is { } line)
        {
            _output.WriteLine(line);
        }

        return exitCode;
    }

    // As NUKE compares switches: dashes removed, case ignored; a value of 'false' takes it back.
    private static bool WantsJson(string[] arguments)
    {
        int at = Array.FindLastIndex(arguments, argument => argument.StartsWith('-') && argument.Trim('-').Equals("json", StringComparison.OrdinalIgnoreCase));
        return at >= 0 && !(at + 1 < arguments.Length && arguments[at + 1].Equals("false", StringComparison.OrdinalIgnoreCase));
    }
}
