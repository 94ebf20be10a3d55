using Hotfix.Core.Conventions;
using Hotfix.Core.Doctoring;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Hotfix.Pipeline.Doctoring;

/// <summary>Reads what starts a workflow file, in every style that YAML allows; nothing else of it is looked at.</summary>
internal static class WorkflowYaml
{
    public static WorkflowTriggers Read(string path, string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text.TrimStart('\uFEFF')));
            if (stream.Documents is not [{ RootNode: YamlMappingNode root }, ..] || Child(root, "on") is not { } on)
                return new WorkflowTriggers(path) { Problem = "it has no 'on'" };

            return Triggers(
                new WorkflowTriggers(path) { TitleChecks = [.. root.AllNodes.OfType<YamlMappingNode>().Select(TitleCheckOf).OfType<TitleCheck>()] },
                on
            );
        }
        catch (YamlException e)
        {
            return new WorkflowTriggers(path) { Problem = $"line {e.Start.Line}: {e.Message}" };
        }
    }

    private static TitleCheck? TitleCheckOf(YamlMappingNode step) =>
        Child(step, "uses") is YamlScalarNode { Value: { } uses }
            ? TitleCheck.Of(
                uses,
                Child(step, "with") is YamlMappingNode with
                    ? with.Children.DistinctBy(pair => Text(pair.Key)).ToDictionary(pair => Text(pair.Key), pair => Text(pair.Value))
                    : new Dictionary<string, string>()
            )
            : null;

    private static WorkflowTriggers Triggers(WorkflowTriggers file, YamlNode on)
    {
        YamlNode? pullRequest = Event(on, "pull_request") ?? Event(on, "pull_request_target");
        YamlNode? push = Event(on, "push");
        return file with
        {
            Dispatch = Event(on, "workflow_dispatch") is { } dispatch ? Inputs(Child(dispatch, "inputs")) : null,
            PullRequests = pullRequest is null ? null : Filter(pullRequest, "branches"),
            HasPathFilter = pullRequest is not null && (Child(pullRequest, "paths") ?? Child(pullRequest, "paths-ignore")) is not null,
            Tags = push is null || (IsFiltered(push, "branches") && !IsFiltered(push, "tags")) ? null : Filter(push, "tags"),
            TakesMergeGroups = Event(on, "merge_group") is not null,
        };
    }

    /// <summary>The event's settings, empty when it has none; <c>null</c> when it does not start the file.</summary>
    private static YamlNode? Event(YamlNode on, string name) =>
        on switch
        {
            YamlScalarNode { Value: var only } when only == name => on,
            YamlSequenceNode list when Texts(list).Contains(name) => list,
            YamlMappingNode map => Child(map, name),
            _ => null,
        };

    private static bool IsFiltered(YamlNode trigger, string name) => Child(trigger, name) is not null || Child(trigger, $"{name}-ignore") is not null;

    private static RefFilter Filter(YamlNode trigger, string name) => new(Texts(Child(trigger, name)), Texts(Child(trigger, $"{name}-ignore")));

    private static IReadOnlyList<WorkflowInput> Inputs(YamlNode? inputs) =>
        inputs is not YamlMappingNode map
            ? []
            :
            [
                .. map.Children.Select(pair => new WorkflowInput(
                    Text(pair.Key),
                    MustBeSent: Text(Child(pair.Value, "required")).Equals("true", StringComparison.OrdinalIgnoreCase) && Child(pair.Value, "default") is null
                )),
            ];

    private static YamlNode? Child(YamlNode? node, string name) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(name), out YamlNode? child) ? child : null;

    private static IReadOnlyList<string> Texts(YamlNode? node) =>
        node switch
        {
            YamlSequenceNode list => [.. list.Children.Select(Text)],
            YamlScalarNode { Value.Length: > 0 } => [Text(node)],
            _ => [],
        };

    private static string Text(YamlNode? node) => (node as YamlScalarNode)?.Value ?? "";
}
