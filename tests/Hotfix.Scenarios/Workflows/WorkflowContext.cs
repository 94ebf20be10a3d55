using System.Text.Json.Nodes;
using Hotfix.Scenarios.Lab;
using YamlDotNet.RepresentationModel;

namespace Hotfix.Scenarios.Workflows;

/// <summary>The values that expressions of one job see. A path that the workflow does not declare fails, which GitHub would silently read as nothing.</summary>
internal sealed record WorkflowContext(HotfixLab Lab, YamlMappingNode Root, WorkflowEvent Event)
{
    public IReadOnlyDictionary<string, WorkflowJob> Needs { get; init; } = new Dictionary<string, WorkflowJob>();

    public IReadOnlyDictionary<string, JsonNode?> Matrix { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>Outputs by step; one that was skipped has none.</summary>
    public Dictionary<string, Dictionary<string, string>> Steps { get; init; } = [];

    /// <summary>The job's own folder.</summary>
    public string Temp { get; init; } = "";

    public object? Resolve(string path) =>
        path.Split('.') switch
        {
            ["inputs", var name] => Declared(name) ? Event.Inputs.GetValueOrDefault(name, "") : throw Unknown(path),
            ["needs", var job, "outputs", var name] => Needs[job].Outputs.GetValueOrDefault(name, ""),
            ["needs", var job, "result"] => Needs[job].Result,
            ["steps", var step, "outputs", var name] => Steps[step].GetValueOrDefault(name, ""),
            ["runner", "temp"] => Temp,
            ["matrix", var variable, var name] => Matrix[variable]![name]!.ToString(),
            ["vars", "HOTFIX_APP_ID" or "HOTFIX_ATTESTED_FILES"] or ["secrets", "HOTFIX_TOKEN" or "HOTFIX_NOTIFY"] => "",
            ["github", .. string[] rest] => GitHub(string.Join('.', rest)),
            _ => throw Unknown(path),
        };

    private string GitHub(string name) =>
        name switch
        {
            "token" => Lab.Token,
            "event_name" => Event.Name,
            "ref_name" => Event.RefName,
            "ref_type" => Event.RefType,
            "repository" or "event.pull_request.head.repo.full_name" => HotfixLab.FullName,
            "event.pull_request.head.ref" => Event.HeadBranch ?? "",
            "event.workflow_run.head_branch" => Event.Name == "workflow_run" ? Event.HeadBranch ?? "" : "",
            "event.workflow_run.head_repository.full_name" => Event.Name == "workflow_run" ? HotfixLab.FullName : "",
            "event.pull_request.number" => "1",
            "event.repository.default_branch" => "main",
            _ => throw Unknown($"github.{name}"),
        };

    private bool Declared(string input) =>
        Root["on"] is YamlMappingNode events
        && events.Children.TryGetValue("workflow_dispatch", out YamlNode? dispatch)
        && dispatch is YamlMappingNode map
        && map["inputs"] is YamlMappingNode inputs
        && inputs.Children.ContainsKey(input);

    private static InvalidOperationException Unknown(string path) =>
        new($"The workflow uses a value that it does not declare, or that this test does not know: {path}");
}
