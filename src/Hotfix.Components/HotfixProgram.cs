using System.Text;
using Hotfix.Components.Guards;
using Hotfix.Components.Output;
using Hotfix.Components.Running;
using Hotfix.Components.Testing;
using Hotfix.Core.Errors;

namespace Hotfix.Components;

/// <summary>The entry point around NUKE's own: <c>Main</c> of a build class returns <see cref="Run"/>.</summary>
public static class HotfixProgram
{
    private const int Refused = 255;

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
        if (Console.OutputEncoding.CodePage != Encoding.UTF8.CodePage)
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }

        using var output = new MaskingWriter(Console.Out);
        using var errors = new MaskingWriter(Console.Error);
        Console.SetError(errors);
        Console.SetOut(isJson ? errors : output);
        int exitCode = Start(execute);
        if (isJson)
        {
            output.WriteLine((Document ?? new RunDocument()).ToJson(exitCode & 0xFF));
        }
        else if (LastLine is { } line)
        {
            output.WriteLine(line);
        }

        return exitCode;
    }

    // What would crash NUKE before any extension runs is checked before NUKE is touched.
    private static int Start(Func<int> execute)
    {
        List<Refusal> refusals = [.. new StartGuard(InputGuards.OfProcess(), InputGuards.ReadVariables(), Environment.CurrentDirectory).Check()];
        if (refusals.Count == 0)
        {
            return execute();
        }

        Document = new RunDocument(new RunRecord { Refusals = refusals });
        foreach (Refusal refusal in refusals)
        {
            Console.WriteLine(refusal);
        }

        return Refused;
    }

    // As NUKE compares switches: dashes removed, case ignored; a value of 'false' takes it back.
    private static bool WantsJson(string[] arguments)
    {
        int at = Array.FindLastIndex(arguments, argument => argument.StartsWith('-') && argument.Trim('-').Equals("json", StringComparison.OrdinalIgnoreCase));
        return at >= 0 && !(at + 1 < arguments.Length && arguments[at + 1].Equals("false", StringComparison.OrdinalIgnoreCase));
    }
}
