#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
namespace Nuke.Common.Tooling;

/// <summary>A process has ended with another exit code than 0; the message holds its invocation and what it wrote to standard error.</summary>
public class ProcessException : Exception
{
    /// <summary>Describes the ended process.</summary>
    public ProcessException(IProcess process)
        : base(Describe(process))
    {
        ExitCode = process.ExitCode;
    }

    /// <summary>Exit code of the process; not 0.</summary>
    public int ExitCode { get; }

    private static string Describe(IProcess process)
    {
        string[] errors = [.. process.Output.Where(line => line.Type == OutputType.Err).Select(line => "   " + line.Text)];
        return string.Join(
            Environment.NewLine,
            [
                $"Process '{Path.GetFileNameWithoutExtension(process.FileName)}' exited with code {process.ExitCode}.",
                $"   > {process.FileName} {process.Arguments}",
                $"   @ {process.WorkingDirectory}",
                .. errors.Length == 0 ? [] : errors.Prepend("Error output:"),
            ]
        );
    }
}
