#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using System.Text.Json;

namespace Nuke.Common.Tooling;

/// <summary>Ends of a process, and what it wrote.</summary>
public static class ProcessExtensions
{
    /// <summary>Waits for the end; throws when the process had to be ended because its time was over.</summary>
    public static IProcess AssertWaitForExit(this IProcess process)
    {
        Assert.True(process.NotNull().WaitForExit(), $"Process '{Path.GetFileNameWithoutExtension(process.FileName)}' did not end in its time and was ended.");
        return process;
    }

    /// <summary>Waits for the end; throws when the exit code is not 0.</summary>
    /// <exception cref="ProcessException">The exit code is not 0.</exception>
    public static IProcess AssertZeroExitCode(this IProcess process)
    {
        process.AssertWaitForExit();
        return process.ExitCode == 0 ? process : throw new ProcessException(process);
    }

    /// <summary>Throws when a line came from standard error; returns the lines.</summary>
    public static IReadOnlyCollection<Output> EnsureOnlyStd(this IReadOnlyCollection<Output> output)
    {
        foreach (Output line in output)
            Assert.True(line.Type == OutputType.Std, $"Expected no error output, but got: {line.Text}");
        return output;
    }

    /// <summary>The lines of standard output as one text.</summary>
    public static string StdToText(this IEnumerable<Output> output) =>
        string.Join(Environment.NewLine, output.Where(line => line.Type == OutputType.Std).Select(line => line.Text));

    /// <summary>Standard output read as JSON.</summary>
    public static T StdToJson<T>(this IEnumerable<Output> output) => JsonSerializer.Deserialize<T>(output.StdToText());
}
