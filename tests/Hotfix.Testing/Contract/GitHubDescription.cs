using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NSwag;

namespace Hotfix.Testing.Contract;

/// <summary>
/// GitHub's own OpenAPI description of its REST API, as npm's <c>@octokit/openapi</c> has it. Fetched into <c>tests/contract/descriptions/</c>; absent unless
/// somebody did.
/// </summary>
public sealed class GitHubDescription
{
    private static readonly Lazy<GitHubDescription?> Shared = new(() => File.Exists(Location) ? new GitHubDescription(Location) : null);
    private readonly JsonObject _document;
    private readonly IReadOnlyList<DescribedOperation> _operations;
    private readonly ConcurrentDictionary<string, Lazy<Task<OpenApiOperation>>> _slices = new(StringComparer.Ordinal);

    private GitHubDescription(string path)
    {
        _document = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        _operations = [.. _document["paths"]!.AsObject().SelectMany(pair => Operations(pair.Key, pair.Value!.AsObject()))];
    }

    /// <summary>The description; <c>null</c> when its file was not fetched.</summary>
    public static GitHubDescription? Instance => Shared.Value;

    /// <summary>Where the file is looked for.</summary>
    public static string Location { get; } = RepositoryRoot.Combine("tests", "contract", "descriptions", "api.github.com.json");

    /// <summary>The operation behind a request; <c>null</c> when the description has none.</summary>
    internal DescribedOperation? Find(string method, string path) =>
        _operations.Where(operation => operation.Method == method && operation.Pattern.IsMatch(path)).MaxBy(operation => operation.FixedLength);

    /// <summary>The operation with its schemas. A slice with just what it needs is loaded: the whole would take many seconds.</summary>
    internal Task<OpenApiOperation> LoadAsync(DescribedOperation operation) =>
        _slices.GetOrAdd(operation.Id, _ => new Lazy<Task<OpenApiOperation>>(() => CutAsync(operation))).Value;

    private async Task<OpenApiOperation> CutAsync(DescribedOperation operation)
    {
        var item = new JsonObject
        {
            [operation.Method.ToLowerInvariant()] = _document["paths"]![operation.Template]![operation.Method.ToLowerInvariant()]!.DeepClone(),
        };
        DropExamples(item);
        var components = new JsonObject();
        Collect(item, components);
        var slice = new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = "slice", ["version"] = "1" },
            ["paths"] = new JsonObject { [operation.Template] = item },
            ["components"] = components,
        };
        OpenApiDocument document = await OpenApiDocument.FromJsonAsync(slice.ToJsonString());
        return document.Paths.Single().Value.Single().Value;
    }

    // Everything that the node refers to, and what that refers to.
    private void Collect(JsonNode? node, JsonObject components)
    {
        foreach (string reference in References(node).Distinct().ToArray())
        {
            string[] parts = reference.Split('/');
            (string kind, string name) = (parts[2], parts[3]);
            JsonObject group = components[kind] as JsonObject ?? [];
            components[kind] ??= group;
            if (group.ContainsKey(name))
                continue;

            JsonNode target = _document["components"]![kind]![name]!.DeepClone();
            DropExamples(target);
            group[name] = target;
            Collect(target, components);
        }
    }

    private static IEnumerable<string> References(JsonNode? node) =>
        node switch
        {
            JsonObject record => record.SelectMany(pair =>
                pair.Key == "$ref" && pair.Value is JsonValue value ? [value.GetValue<string>()] : References(pair.Value)
            ),
            JsonArray array => array.SelectMany(References),
            _ => [],
        };

    // Some of GitHub's examples break its own schemas, and none is needed here.
    private static void DropExamples(JsonNode? node)
    {
        if (node is JsonObject record)
        {
            if (record["examples"] is JsonObject or JsonArray)
                record.Remove("examples");

            record.Where(pair => pair.Key != "properties" || pair.Value is JsonObject).ToList().ForEach(pair => DropExamples(pair.Value));
        }
        else if (node is JsonArray array)
        {
            foreach (JsonNode? item in array)
                DropExamples(item);
        }
    }

    private IEnumerable<DescribedOperation> Operations(string template, JsonObject item) =>
        item.Where(pair => pair.Value?["operationId"] is not null)
            .Select(pair => new DescribedOperation(
                pair.Value!["operationId"]!.GetValue<string>(),
                pair.Key.ToUpperInvariant(),
                template,
                Pattern(template, pair.Value)
            ));

    private Regex Pattern(string template, JsonNode operation)
    {
        var many = (operation["parameters"] as JsonArray ?? [])
            .Select(parameter =>
                parameter!["$ref"] is { } reference ? _document["components"]!["parameters"]![reference.GetValue<string>().Split('/')[3]]! : parameter
            )
            .Where(parameter => parameter["x-multi-segment"]?.GetValue<bool>() == true)
            .Select(parameter => parameter["name"]!.GetValue<string>())
            .ToHashSet(StringComparer.Ordinal);
        string pattern = Regex.Replace(template, @"\{(\w+)\}", match => many.Contains(match.Groups[1].Value) ? ".+" : "[^/]+");
        return new Regex($"^{pattern}$", RegexOptions.CultureInvariant);
    }
}
