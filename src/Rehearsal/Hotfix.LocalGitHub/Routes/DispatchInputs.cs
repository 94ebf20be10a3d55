using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>What was sent to a <c>workflow_dispatch</c>, checked against what the file declares, with its defaults filled in.</summary>
internal static class DispatchInputs
{
    private const int Most = 25;
    private const int LongestPayload = 65_535;

    public static IReadOnlyDictionary<string, string> Read(ApiRequest request, WorkflowText file)
    {
        JsonObject sent = request.Node("inputs") as JsonObject ?? [];
        if (sent.Count > Most)
            throw ApiFailure.With(422, $"you may only define up to {Most} `inputs` for a `workflow_dispatch` event");

        if (sent.ToJsonString().Length > LongestPayload)
            throw ApiFailure.With(422, "inputs are too large.");

        var declared = file.Inputs();
        string[] unknown = [.. sent.Select(pair => pair.Key).Where(name => declared.All(input => input.Name != name))];
        if (unknown.Length > 0)
            throw ApiFailure.With(422, $"Unexpected inputs provided: [{string.Join(", ", unknown.Select(name => $"\"{name}\""))}]");

        Dictionary<string, string> inputs = declared.ToDictionary(
            input => input.Name,
            input => sent[input.Name]?.ToString() ?? input.Default,
            StringComparer.Ordinal
        );
        (string? missing, _, _) = declared.FirstOrDefault(input => input.IsRequired && inputs[input.Name].Length == 0);
        return missing is null ? inputs : throw ApiFailure.With(422, $"Required input '{missing}' not provided");
    }
}
