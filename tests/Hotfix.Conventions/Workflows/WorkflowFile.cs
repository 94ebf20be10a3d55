using Hotfix.Testing;
using YamlDotNet.RepresentationModel;

namespace Hotfix.Conventions.Workflows;

/// <summary>One workflow as YAML, with the few questions that the rules ask.</summary>
internal sealed class WorkflowFile
{
    private WorkflowFile(string name, string text, YamlMappingNode root)
    {
        (Name, Text, Root) = (name, text, root);
    }

    public string Name { get; }

    public string Text { get; }

    public YamlMappingNode Root { get; }

    /// <summary>Event by name; an event without settings has an empty mapping.</summary>
    public IReadOnlyDictionary<string, YamlMappingNode> Events =>
        At(Root, "on") switch
        {
            YamlMappingNode map => map.Children.ToDictionary(pair => $"{pair.Key}", pair => pair.Value as YamlMappingNode ?? []),
            YamlSequenceNode list => list.Children.ToDictionary(item => $"{item}", _ => new YamlMappingNode()),
            YamlScalarNode one => new Dictionary<string, YamlMappingNode> { [$"{one}"] = [] },
            _ => new Dictionary<string, YamlMappingNode>(),
        };

    public IReadOnlyDictionary<string, YamlMappingNode> Inputs => Maps(At(Events.GetValueOrDefault("workflow_dispatch"), "inputs"));

    public IReadOnlyDictionary<string, YamlMappingNode> Jobs => Maps(At(Root, "jobs"));

    public IEnumerable<YamlMappingNode> Steps => Jobs.Values.SelectMany(StepsOf);

    /// <summary>The steps of a job, those of a local action in its place.</summary>
    public static IEnumerable<YamlMappingNode> StepsOf(YamlMappingNode job) =>
        ((At(job, "steps") as YamlSequenceNode)?.Children.OfType<YamlMappingNode>() ?? []).SelectMany(step =>
            Scalar(step, "uses") is { } uses && uses.StartsWith("./", StringComparison.Ordinal) ? OfAction(uses) : [step]
        );

    /// <summary>The local action's file.</summary>
    public static string ActionFile(string uses) => RepositoryRoot.Combine([.. uses[2..].Split('/'), "action.yml"]);

    private static IEnumerable<YamlMappingNode> OfAction(string uses) =>
        StepsOf((YamlMappingNode)At(Parse(uses, File.ReadAllText(ActionFile(uses))).Root, "runs")!);

    /// <summary>Whether a job may write to the repository, or works in an environment: releases, deploys, opens pull requests.</summary>
    public bool ChangesSomething => Jobs.Values.Any(Changes);

    /// <summary>Whether one job does.</summary>
    public static bool Changes(YamlMappingNode job) => At(job, "environment") is not null || Permissions(job).Any(permission => permission.Value == "write");

    public static WorkflowFile Parse(string name, string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return new WorkflowFile(name, text, (YamlMappingNode)yaml.Documents[0].RootNode);
    }

    /// <summary>Scope and access; the short forms <c>read-all</c> and <c>write-all</c> under their own name.</summary>
    public static IReadOnlyDictionary<string, string> Permissions(YamlMappingNode at) =>
        At(at, "permissions") switch
        {
            YamlMappingNode map => map.Children.ToDictionary(pair => $"{pair.Key}", pair => $"{pair.Value}"),
            YamlScalarNode { Value.Length: > 0 } word => new Dictionary<string, string> { [word.Value] = "write" },
            _ => new Dictionary<string, string>(),
        };

    public static YamlNode? At(YamlNode? node, string key) => node is YamlMappingNode map && map.Children.TryGetValue(key, out YamlNode? value) ? value : null;

    public static string Scalar(YamlNode? node, string key) => $"{At(node, key)}";

    private static Dictionary<string, YamlMappingNode> Maps(YamlNode? node) =>
        node is YamlMappingNode map ? map.Children.ToDictionary(pair => $"{pair.Key}", pair => pair.Value as YamlMappingNode ?? []) : [];
}
