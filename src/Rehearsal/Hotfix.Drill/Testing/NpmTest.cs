using System.Xml.Linq;
using Hotfix.Drill.Output;
using Hotfix.Drill.Processes;

namespace Hotfix.Drill.Testing;

/// <summary>Runs <c>npm test</c> on a folder and reads what came of each test from the JUnit file that it leaves.</summary>
internal sealed class NpmTest(DrillFolder folder, DrillEnvironment environment, Progress progress)
{
    private const string Results = "junit.xml";

    /// <param name="directory">Holds package.json.</param>
    /// <param name="name">Names the log; also who is shown before each line.</param>
    /// <param name="limit">After this long it is stopped.</param>
    /// <param name="cancellationToken">Stops it at once.</param>
    public async Task<TestRun> RunAsync(string directory, string name, TimeSpan limit, CancellationToken cancellationToken)
    {
        // npm is a script on Windows, which only a shell starts.
        (string program, string[] arguments) = OperatingSystem.IsWindows() ? ("cmd.exe", new[] { "/d", "/c", "npm test" }) : ("npm", ["test"]);
        var command = new ChildCommand(program, arguments, directory, environment.Plain, limit);
        string who = name.Split('-')[0];
        ChildResult result = await ChildProcess.RunAsync(command, folder.Log(name), line => progress.Output(who, line), cancellationToken);
        string file = Path.Combine(directory, Results);
        XElement[] tests = File.Exists(file) ? [.. XDocument.Load(file).Descendants("testcase")] : [];
        return new TestRun(
            result.ExitCode == 0,
            [.. tests.Where(test => test.Element("failure") is null).Select(NameOf)],
            [.. tests.Where(test => test.Element("failure") is not null).Select(NameOf)],
            result.LastLines
        );
    }

    private static string NameOf(XElement test) => (string?)test.Attribute("name") ?? "";
}
