using System.Diagnostics;
using System.IO.Enumeration;
using System.Text.Json.Nodes;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;
using YamlDotNet.RepresentationModel;

namespace Hotfix.Scenarios.Workflows;

/// <summary>
/// Runs our workflow files as they stand: their jobs in the order of their needs, each in a fresh clone, the <c>run:</c> steps with <c>bash</c> as GitHub
/// starts it,
/// with the variables that it sets. Actions are not run; of the checkout its <c>ref</c> counts, and artifacts go from job to job.
/// </summary>
internal sealed class WorkflowLab(HotfixLab lab)
{
    private readonly Dictionary<string, string> _artifacts = [];
    private int _jobs;

    /// <summary>Set in every step, as a repository's settings would.</summary>
    public Dictionary<string, string> Variables { get; } = new() { ["NUKE_POLL_INTERVAL"] = "1s", ["NUKE_CHECK_GRACE"] = "0s" };

    /// <summary>Runs one file; gives what came of each job. A matrix's jobs are numbered, <c>resume-0</c>.</summary>
    public async Task<IReadOnlyDictionary<string, WorkflowJob>> RunAsync(string file, WorkflowEvent @event)
    {
        YamlMappingNode root = Load(file);
        _artifacts.Clear();
        ShouldBeStartedBy(root, @event);
        var done = new Dictionary<string, WorkflowJob>();
        foreach ((string name, YamlMappingNode job) in Map(root["jobs"]).Select(pair => (pair.Key, (YamlMappingNode)pair.Value)))
        {
            string[] needs = Needs(job);
            Assert.All(needs, need => Assert.True(done.ContainsKey(need), $"{name} needs {need}, which comes later in the file"));
            var context = new WorkflowContext(lab, root, @event) { Needs = needs.ToDictionary(need => need, need => done[need]) };
            bool runs = At(job, "if") is { } condition ? new WorkflowExpression(context.Resolve).Holds($"{condition}") : true;
            bool needed = needs.All(need => done[need].Result == "success") || $"{At(job, "if")}".Contains("cancelled()", StringComparison.Ordinal);
            done[name] = runs && needed ? await RunMatrixAsync(name, job, context, done) : new WorkflowJob("skipped");
        }

        return done;
    }

    private async Task<WorkflowJob> RunMatrixAsync(string name, YamlMappingNode job, WorkflowContext context, Dictionary<string, WorkflowJob> done)
    {
        if (At(At(job, "strategy"), "matrix") is not YamlMappingNode matrix)
            return await RunJobAsync(job, context);

        string variable = $"{Assert.Single(matrix.Children).Key}";
        var values = (JsonArray)new WorkflowExpression(context.Resolve).Evaluate($"{matrix[variable]}"[3..^2].Trim())!;
        var all = new WorkflowJob("success");
        foreach (JsonNode? value in values)
        {
            WorkflowJob one = await RunJobAsync(job, context with { Matrix = new Dictionary<string, JsonNode?> { [variable] = value } });
            done[$"{name}-{values.IndexOf(value)}"] = one;
            all = one.Result == "success" ? all : one;
        }

        return all;
    }

    private async Task<WorkflowJob> RunJobAsync(YamlMappingNode job, WorkflowContext context)
    {
        string folder = Path.Combine(lab.Home, $"job-{++_jobs}");
        Directory.CreateDirectory(folder);
        context = context with { Temp = folder };
        var expression = new WorkflowExpression(context.Resolve);
        TempRepository? clone = null;
        var result = new WorkflowJob("success");
        foreach (YamlMappingNode step in Steps(job))
        {
            if (At(step, "id") is { } id)
                context.Steps[$"{id}"] = [];

            if (At(step, "if") is { } condition && !expression.Holds($"{condition}"))
                continue;

            if ($"{At(step, "uses")}".StartsWith("actions/checkout@", StringComparison.Ordinal))
                clone = CheckOut(Path.GetFileName(folder) + "-clone", expression.Fill($"{At(At(step, "with"), "ref")}"), context.Event);

            CarryArtifact(step, expression);
            if (At(step, "run") is not { } run)
                continue;

            (RunResult ended, Dictionary<string, string> outputs) = await RunStepAsync(
                (folder, clone?.Path ?? folder),
                $"{run}",
                Environment(step, expression),
                context.Event
            );
            result.Log += ended.Output;
            if (At(step, "id") is { } named)
                context.Steps[$"{named}"] = outputs;

            if (ended.ExitCode != 0)
            {
                result = new WorkflowJob("failure") { Log = result.Log };
                break;
            }
        }

        foreach ((string name, YamlNode value) in At(job, "outputs") is { } declared ? Map(declared) : [])
            result.Outputs[name] = expression.Fill($"{value}");

        string summary = Path.Combine(folder, "summary.md");
        result.Summary = File.Exists(summary) ? await File.ReadAllTextAsync(summary) : "";
        return result;
    }

    private void CarryArtifact(YamlMappingNode step, WorkflowExpression expression)
    {
        string uses = $"{At(step, "uses")}".Split('@')[0];
        string With(string name) => expression.Fill($"{At(At(step, "with"), name)}");
        if (uses == "actions/upload-artifact")
            _artifacts[With("name")] = File.ReadAllText(With("path"));

        foreach (
            string text in uses == "actions/download-artifact"
                ? _artifacts.Where(artifact => FileSystemName.MatchesSimpleExpression(With("pattern"), artifact.Key)).Select(artifact => artifact.Value)
                : []
        )
        {
            Directory.CreateDirectory(With("path"));
            File.WriteAllText(Path.Combine(With("path"), "evidence.json"), text);
        }
    }

    // The repository of the lab has no build of its own: the script that its steps call starts the real build program.
    private TempRepository CheckOut(string name, string reference, WorkflowEvent @event)
    {
        TempRepository clone = lab.CloneTo(name);
        clone.Git(["checkout", "--quiet", reference.Length > 0 ? reference : @event.RefName]);
        foreach (
            (string file, string text) in new[]
            {
                ("build.sh", $"#!/bin/sh\nexec dotnet '{BuildProgram.Path}' \"$@\"\n"),
                (".github/step.sh", File.ReadAllText(RepositoryRoot.Combine(".github", "step.sh"))),
            }
        )
        {
            clone.Write(file, text);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(Path.Combine(clone.Path, file), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return clone;
    }

    private async Task<(RunResult Result, Dictionary<string, string> Outputs)> RunStepAsync(
        (string Folder, string Clone) at,
        string script,
        Dictionary<string, string> environment,
        WorkflowEvent @event
    )
    {
        string file = Path.Combine(at.Folder, "step.sh");
        string outputs = Path.Combine(at.Folder, "outputs");
        await File.WriteAllTextAsync(file, script);
        await File.WriteAllTextAsync(outputs, "");

        // 'shell: bash' is documented as this command line.
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-eo", "pipefail", file]) { WorkingDirectory = at.Clone };
        lab.Prepare(start.Environment);
        start.Environment.Remove("GITHUB_TOKEN");
        SetActionsVariables(start.Environment, at.Folder, @event);
        start.Environment["GITHUB_OUTPUT"] = outputs;
        foreach ((string name, string value) in Variables.Concat(environment))
            start.Environment[name] = value;

        using TargetRun run = lab.Start(start);
        RunResult result = await run.EndAsync();
        return (result, (await File.ReadAllLinesAsync(outputs)).Select(line => line.Split('=', 2)).ToDictionary(line => line[0], line => line[1]));
    }

    private static void SetActionsVariables(IDictionary<string, string?> environment, string folder, WorkflowEvent @event)
    {
        environment["CI"] = "true";
        environment["GITHUB_ACTIONS"] = "true";
        environment["GITHUB_SERVER_URL"] = "https://github.com";
        environment["GITHUB_REPOSITORY"] = HotfixLab.FullName;
        environment["GITHUB_REF"] = @event.Ref;
        environment["GITHUB_REF_NAME"] = @event.RefName;
        environment["GITHUB_REF_TYPE"] = @event.RefType;
        environment["GITHUB_EVENT_NAME"] = @event.Name;
        environment["GITHUB_RUN_ID"] = "4711";
        environment["GITHUB_STEP_SUMMARY"] = Path.Combine(folder, "summary.md");
        environment["RUNNER_TEMP"] = folder;
        environment["RUNNER_OS"] = "Linux";
    }

    private static Dictionary<string, string> Environment(YamlMappingNode step, WorkflowExpression expression) =>
        At(step, "env") is not { } environment
            ? []
            : Map(environment).ToDictionary(pair => pair.Key, pair => Shortened(pair.Key, expression.Fill($"{pair.Value}")));

    // The deadline, so that a scenario does not wait that long for a person.
    private static string Shortened(string name, string value) => name == "NUKE_DEADLINE" ? "3s" : value;

    private static void ShouldBeStartedBy(YamlMappingNode root, WorkflowEvent @event) => Assert.Contains(@event.Name, Map(root["on"]).Keys);

    private static string[] Needs(YamlMappingNode job) =>
        At(job, "needs") switch
        {
            YamlSequenceNode list => [.. list.Select(need => $"{need}")],
            { } one => [$"{one}"],
            null => [],
        };

    // The steps of a local action run in its place.
    private static IEnumerable<YamlMappingNode> Steps(YamlMappingNode job) =>
        ((YamlSequenceNode)job["steps"])
            .Cast<YamlMappingNode>()
            .SelectMany(step =>
                $"{At(step, "uses")}" is { } uses && uses.StartsWith("./", StringComparison.Ordinal)
                    ? Steps((YamlMappingNode)LoadFrom([.. uses[2..].Split('/'), "action.yml"])["runs"])
                    : [step]
            );

    private static YamlMappingNode Load(string file) => LoadFrom(".github", "workflows", file);

    private static YamlMappingNode LoadFrom(params string[] path)
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(RepositoryRoot.Combine(path));
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static Dictionary<string, YamlNode> Map(YamlNode node) => ((YamlMappingNode)node).Children.ToDictionary(pair => $"{pair.Key}", pair => pair.Value);

    private static YamlNode? At(YamlNode? node, string key) => node is YamlMappingNode map && map.Children.TryGetValue(key, out YamlNode? value) ? value : null;
}
