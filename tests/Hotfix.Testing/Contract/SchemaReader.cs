using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Hotfix.Testing.Contract;

/// <summary>Compares a body with a schema: GitHub's schemas are open, so what they do not declare is reported as well.</summary>
internal static class SchemaReader
{
    /// <summary>What is wrong, one line each; empty when nothing is.</summary>
    public static IReadOnlyList<string> Compare(string json, JsonSchema schema)
    {
        JToken body;
        using (var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(json)) { DateParseHandling = Newtonsoft.Json.DateParseHandling.None })
            body = JToken.ReadFrom(reader);

        var findings = schema.ActualSchema.Validate(body, SchemaType.OpenApi3).SelectMany(error => Flatten(error)).ToList();
        findings.AddRange(Undeclared(body, [schema.ActualSchema], "#"));
        return findings;
    }

    private static IEnumerable<string> Flatten(ValidationError error)
    {
        // Addresses that default to "" are called addresses all the same (a deployment status's log_url).
        if (error is { Kind: ValidationErrorKind.UriExpected, Schema.Default: "" })
            return [];

        string here = $"{error.Path}: {error.Kind}";
        if (error is not ChildSchemaValidationError child)
            return [here];

        string[] inside = [.. child.Errors.SelectMany(pair => pair.Value).SelectMany(Flatten)];
        return inside.Length == 0 && child.Errors.Any(pair => pair.Value.Count > 0) ? [] : [here, .. inside];
    }

    private static IEnumerable<string> Undeclared(JToken token, IReadOnlyList<JsonSchema> schemas, string path)
    {
        JsonSchema[] all = [.. schemas.SelectMany(Parts).Distinct()];
        if (token is JArray array)
        {
            return array.SelectMany(
                (item, index) => Undeclared(item, [.. all.Select(schema => schema.Item?.ActualSchema).OfType<JsonSchema>()], $"{path}[{index}]")
            );
        }

        bool isOpen = all.Any(schema => schema.AdditionalPropertiesSchema is not null) || all.All(schema => schema.ActualProperties.Count == 0);
        return token is JObject record && !isOpen ? record.Properties().SelectMany(property => Undeclared(property, all, path)) : [];
    }

    private static IEnumerable<string> Undeclared(JProperty property, JsonSchema[] all, string path)
    {
        JsonSchema[] declared =
        [
            .. all.Where(schema => schema.ActualProperties.ContainsKey(property.Name)).Select(schema => schema.ActualProperties[property.Name].ActualSchema),
        ];
        string here = $"{path}.{property.Name}";
        return declared.Length == 0 ? [$"{here}: not declared"] : Undeclared(property.Value, declared, here);
    }

    private static IEnumerable<JsonSchema> Parts(JsonSchema schema) =>
        schema.AllOf.Concat(schema.OneOf).Concat(schema.AnyOf).SelectMany(part => Parts(part.ActualSchema)).Prepend(schema);
}
