using System.Globalization;
using System.Text.Json.Nodes;
using GraphQLParser.AST;

namespace Hotfix.LocalGitHub.GraphQL;

/// <summary>A field's arguments, with the request's variables put in.</summary>
internal static class GraphArguments
{
    public static JsonObject Read(GraphQLField field, JsonObject variables)
    {
        var arguments = new JsonObject();
        foreach (GraphQLArgument argument in field.Arguments?.Items ?? [])
            arguments[argument.Name.StringValue] = Value(argument.Value, variables);

        return arguments;
    }

    private static JsonNode? Value(GraphQLValue value, JsonObject variables) =>
        value switch
        {
            GraphQLVariable variable => variables[variable.Name.StringValue]?.DeepClone(),
            GraphQLStringValue text => text.Value.ToString(),
            GraphQLEnumValue name => name.Name.StringValue,
            GraphQLIntValue number => long.Parse(number.Value.ToString(), CultureInfo.InvariantCulture),
            GraphQLBooleanValue flag => flag.BoolValue,
            GraphQLListValue list => new JsonArray([.. (list.Values ?? []).Select(item => Value(item, variables))]),
            GraphQLObjectValue record => new JsonObject(
                (record.Fields ?? []).Select(field => KeyValuePair.Create(field.Name.StringValue, Value(field.Value, variables)))
            ),
            _ => null,
        };
}
