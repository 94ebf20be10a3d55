using Hotfix.Drill.Output;
using Hotfix.Drill.Processes;

namespace Hotfix.Drill.Testing;

/// <summary>Runs the <c>Test</c> target alone on a checkout: what a repository's own CI calls.</summary>
internal sealed class TargetTest(string buildAssembly, DrillFolder folder, DrillEnvironment environment, Progress progress)
{
    public async Task<TestRun> RunAsync(string checkout, string name, TimeSpan limit, CancellationToken cancellationToken)
    {
        var command = new ChildCommand(DrillEnvironment.Dotnet, [buildAssembly, "Test", "--root", checkout], checkout, environment.Plain, limit);
        ChildResult result = await ChildProcess.RunAsync(command, folder.Log(name), line => progress.Output("ci", line), cancellationToken);
        return new TestRun(result.ExitCode == 0, [], [], result.LastLines);
    }
}
