using Hotfix.Drill.Output;

namespace Hotfix.Drill.Processes;

/// <summary>The targets, run as a process of their own on the clone, as the engineer on call would.</summary>
/// <param name="buildAssembly">The built <c>_build.dll</c>.</param>
/// <param name="clone">Passed as <c>--root</c>.</param>
/// <param name="environment">All that they get to see.</param>
/// <param name="progress">Gets their lines as they come.</param>
/// <param name="who">Who runs them.</param>
internal sealed class TargetProcess(
    string buildAssembly,
    string clone,
    IReadOnlyDictionary<string, string> environment,
    Progress progress,
    string who = "targets"
)
{
    /// <summary>Runs one invocation; any exit code is an answer.</summary>
    public Task<ChildResult> RunAsync(string[] arguments, TimeSpan limit, string logFile, CancellationToken cancellationToken)
    {
        var command = new ChildCommand(DrillEnvironment.Dotnet, [buildAssembly, .. arguments, "--root", clone], clone, environment, limit);
        progress.Say(who, $"dotnet _build.dll {string.Join(' ', command.Arguments.Skip(1).Select(Quote))}");
        return ChildProcess.RunAsync(command, logFile, line => progress.Output(who, line), cancellationToken);
    }

    private static string Quote(string argument) => argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;
}
