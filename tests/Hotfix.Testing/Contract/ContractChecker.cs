using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NJsonSchema;
using NSwag;

namespace Hotfix.Testing.Contract;

/// <summary>Compares exchanges with GitHub's REST description and GraphQL schema, in both directions.</summary>
public sealed class ContractChecker
{
    private static readonly Lazy<ContractChecker?> Shared = new(() =>
        ContractFiles.Missing is null ? new ContractChecker(GitHubDescription.Instance!, GitHubSchema.Instance!) : null
    );
    private readonly GitHubDescription _description;
    private readonly GitHubSchema _schema;
    private readonly ConcurrentDictionary<ContractExchange, IReadOnlyList<ContractFinding>> _known = new();

    private ContractChecker(GitHubDescription description, GitHubSchema schema)
    {
        _description = description;
        _schema = schema;
    }

    /// <summary>The checker; <c>null</c> where GitHub's descriptions were not fetched.</summary>
    public static ContractChecker? Instance => Shared.Value;

    /// <summary>What is wrong with an exchange; empty when nothing is. The local server's own side door is not GitHub's and passes.</summary>
    /// <param name="exchange">What was asked and answered.</param>
    /// <param name="counts">Which findings <see cref="ContractTally"/> counts; all of them unless set.</param>
    public async Task<IReadOnlyList<ContractFinding>> CheckAsync(ContractExchange exchange, Func<ContractFinding, bool>? counts = null)
    {
        string path = PathOf(exchange.Target);
        if (path.StartsWith("/_local/", StringComparison.Ordinal))
            return [];

        // The same question with the same answer comes often: a poll.
        if (!_known.TryGetValue(exchange, out IReadOnlyList<ContractFinding>? findings))
            _known[exchange] = findings = await (path is "/graphql" or "/api/graphql" ? CheckGraphQLAsync(exchange) : CheckRestAsync(exchange, path));

        ContractTally.Add(OperationOf(exchange), [.. findings.Where(counts ?? (_ => true))]);
        return findings;
    }

    /// <summary>Id of the operation that an exchange is; its method and path when there is none.</summary>
    public string OperationOf(ContractExchange exchange)
    {
        string path = PathOf(exchange.Target);
        return path is "/graphql" or "/api/graphql" ? "graphql" : _description.Find(exchange.Method, path)?.Id ?? $"{exchange.Method} {path}";
    }

    private async Task<IReadOnlyList<ContractFinding>> CheckGraphQLAsync(ContractExchange exchange)
    {
        JsonNode? body = JsonNode.Parse(exchange.RequestBody);
        Dictionary<string, object?> variables = (body?["variables"] as JsonObject ?? []).ToDictionary(
            pair => pair.Key,
            pair => Plain(pair.Value),
            StringComparer.Ordinal
        );
        IReadOnlyList<string> findings = await _schema.CompareAsync(body?["query"]?.GetValue<string>() ?? "", variables);
        return [.. findings.Select(finding => new ContractFinding("graphql", IsRequest: true, finding))];
    }

    private static object? Plain(JsonNode? node) =>
        node switch
        {
            JsonValue value when value.TryGetValue(out bool flag) => flag,
            JsonValue value when value.TryGetValue(out int number) => number,
            JsonValue value => value.ToString(),
            _ => null,
        };

    private async Task<IReadOnlyList<ContractFinding>> CheckRestAsync(ContractExchange exchange, string path)
    {
        DescribedOperation? found = _description.Find(exchange.Method, path);
        if (found is null)
            return [new ContractFinding($"{exchange.Method} {path}", IsRequest: true, "not described")];

        OpenApiOperation operation = await _description.LoadAsync(found);
        IEnumerable<ContractFinding> asked = Request(exchange, operation).Select(finding => new ContractFinding(found.Id, IsRequest: true, finding));
        IEnumerable<ContractFinding> answered = Response(exchange, operation)
            .Select(finding => new ContractFinding($"{found.Id} {exchange.Status}", IsRequest: false, finding));
        return [.. asked, .. answered];
    }

    private static IEnumerable<string> Request(ContractExchange exchange, OpenApiOperation operation)
    {
        var declared = operation
            .ActualParameters.Where(parameter => parameter.Kind == OpenApiParameterKind.Query)
            .Select(parameter => parameter.Name)
            .ToHashSet(StringComparer.Ordinal);
        string query = exchange.Target.Split('?', 2) is [_, var rest] ? rest : "";
        foreach (
            string name in query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')[0]).Where(name => !declared.Contains(name))
        )
        {
            yield return $"query {name}: not declared";
        }

        // What a server refuses as malformed was sent to be refused.
        JsonSchema? schema = exchange.Status is 400 or 422 ? null : JsonOf(operation.ActualRequestBody?.Content);
        foreach (string finding in schema is null || exchange.RequestBody.Length == 0 ? [] : SchemaReader.Compare(exchange.RequestBody, schema))
            yield return $"request {finding}";
    }

    private static IEnumerable<string> Response(ContractExchange exchange, OpenApiOperation operation)
    {
        operation.ActualResponses.TryGetValue($"{exchange.Status}", out OpenApiResponse? described);
        if (described is null && exchange.Status is >= 200 and < 300)
            yield return "this status is not described";

        JsonSchema? schema = exchange.ResponseType == "application/json" ? JsonOf(described?.Content) : null;
        foreach (
            string finding in schema is null
                ? []
                : SchemaReader.Compare(exchange.ResponseBody, schema).Where(finding => !KnownExceptions.Allows(exchange.Status, finding))
        )
        {
            yield return finding;
        }
    }

    private static JsonSchema? JsonOf(IDictionary<string, OpenApiMediaType>? content) =>
        content is not null && content.TryGetValue("application/json", out OpenApiMediaType? json) ? json.Schema : null;

    // Without query and enterprise prefix, and a repository's id as owner and name.
    private static string PathOf(string target)
    {
        string path = target.Split('?', 2)[0];
        path = path.StartsWith("/api/v3/", StringComparison.Ordinal) ? path["/api/v3".Length..] : path;
        string[] parts = path.Split('/', 4);
        return parts is ["", "repositories", _, var rest] ? $"/repos/o/r/{rest}" : path;
    }
}
