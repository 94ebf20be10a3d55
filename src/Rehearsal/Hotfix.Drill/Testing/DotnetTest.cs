using System.Xml.Linq;
using Hotfix.Drill.Output;
using Hotfix.Drill.Processes;

namespace Hotfix.Drill.Testing;

/// <summary>Runs <c>dotnet test</c> on a folder and reads what came of each test from its TRX files.</summary>
internal sealed class DotnetTest(DrillFolder folder, DrillEnvironment environment, Progress progress)
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <param name="directory">Holds the solution.</param>
    /// <param name="name">Names the log and the results; also who is shown before each line.</param>
    /// <param name="limit">After this long it is stopped.</param>
    /// <param name="cancellationToken">Stops it at once.</param>
    public async Task<TestRun> RunAsync(string directory, string name, TimeSpan limit, CancellationToken cancellationToken)
    {
        string results = Path.Combine(folder.Logs, name + "-results");
        string[] arguments = ["test", "--nologo", "--verbosity", "quiet", "--logger", "trx", "--results-directory", results];
        var command = new ChildCommand(DrillEnvironment.Dotnet, arguments, directory, environment.Plain, limit);
        string who = name.Split('-')[0];
        ChildResult result = await ChildProcess.RunAsync(command, folder.Log(name), line => progress.Output(who, line), cancellationToken);
        (string Name, string Outcome)[] tests = [.. Read(results)];
        return new TestRun(
            result.ExitCode == 0,
            [.. tests.Where(test => test.Outcome == "Passed").Select(test => test.Name)],
            [.. tests.Where(test => test.Outcome == "Failed").Select(test => test.Name)],
            result.LastLines
        );
    }

    private static IEnumerable<(string Name, string Outcome)> Read(string results) =>
        !Directory.Exists(results)
            ? []
            : Directory
                .EnumerateFiles(results, "*.trx")
                .SelectMany(file => XDocument.Load(file).Descendants(Trx + "UnitTestResult"))
                .Select(test => ((string?)test.Attribute("testName") ?? "", (string?)test.Attribute("outcome") ?? ""));
}
