#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using Nuke.Common.Tooling;
using Serilog;

namespace Nuke.Common.Tools.Git;

/// <summary>Runs git.</summary>
public class GitTasks : ToolTasks, IRequirePathTool
{
    /// <summary>Name of the program on <c>PATH</c>.</summary>
    internal const string PathExecutable = "git";

    /// <summary>
    /// Runs git with these arguments and returns what it wrote. Both of its streams are logged as debug, since it reports progress on standard error.
    /// </summary>
    /// <exception cref="ProcessException">The exit code is not 0, and no handler was given.</exception>
    public static IReadOnlyCollection<Output> Git(
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<IProcess, object> exitHandler = null
    )
    {
        using IProcess process = ProcessTasks.StartProcess(
            PathExecutable,
            arguments,
            workingDirectory,
            environmentVariables,
            timeout,
            logOutput,
            logInvocation,
            logger ?? ((_, line) => Log.Debug("{Line}", line))
        );
        process.AssertWaitForExit();
        if (exitHandler is null)
            process.AssertZeroExitCode();
        else
            exitHandler(process);
        return process.Output;
    }

    /// <summary>Whether nothing is changed, staged or untracked in the working directory's repository.</summary>
    public static bool GitHasCleanWorkingCopy() => Quietly("status --short", null).Count == 0;

    /// <summary>Whether nothing is changed, staged or untracked in that repository.</summary>
    public static bool GitHasCleanWorkingCopy(string workingDirectory) => Quietly("status --short", workingDirectory).Count == 0;

    /// <summary>The branch that is checked out; <c>HEAD</c> when none is.</summary>
    public static string GitCurrentBranch() => GitCurrentBranch(null);

    /// <summary>The branch that is checked out there; <c>HEAD</c> when none is.</summary>
    public static string GitCurrentBranch(string workingDirectory) => Quietly("rev-parse --abbrev-ref HEAD", workingDirectory).StdToText();

    /// <summary>The commit that is checked out, 40 hex digits.</summary>
    public static string GitCurrentCommit() => GitCurrentCommit(null);

    /// <summary>The commit that is checked out there, 40 hex digits.</summary>
    public static string GitCurrentCommit(string workingDirectory) => Quietly("rev-parse HEAD", workingDirectory).StdToText();

    private static IReadOnlyCollection<Output> Quietly(string arguments, string workingDirectory) =>
        Git(arguments, workingDirectory, logOutput: false, logInvocation: false);
}
