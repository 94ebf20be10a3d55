using System.Text.Json.Nodes;
using GraphQLParser.AST;
using Hotfix.LocalGitHub.Http;

namespace Hotfix.LocalGitHub.GraphQL;

/// <summary>Picks from a complete object what a query selects. A field that the object lacks is answered 501: the server does not have it.</summary>
internal sealed class GraphProjection(IReadOnlyDictionary<string, GraphQLFragmentDefinition> fragments, JsonObject variables)
{
    public JsonNode? Pick(JsonNode? source, GraphQLSelectionSet? selection)
    {
        if (selection is null || source is null)
            return source?.DeepClone();

        if (source is JsonArray array)
            return new JsonArray([.. array.Select(item => Pick(item, selection))]);

        var picked = new JsonObject();
        foreach (GraphQLField field in Fields(selection, source["__typename"]?.GetValue<string>()))
        {
            string name = field.Name.StringValue;
            string alias = field.Alias?.Name.StringValue ?? name;

            // What depends on a field's arguments is there once for each alias.
            JsonNode? value = null;
            if (source is not JsonObject record || !(record.TryGetPropertyValue($"{name} {alias}", out value) || record.TryGetPropertyValue(name, out value)))
                throw ApiFailure.With(501, $"The local server's GraphQL has no field '{name}' of '{source["__typename"]}'.");

            RefuseOtherEvents(field);
            picked[alias] = Pick(GraphConnection.Page(value, GraphArguments.Read(field, variables)), field.SelectionSet);
        }

        return picked;
    }

    // Of a pull request's many events, this server has one.
    private static void RefuseOtherEvents(GraphQLField field)
    {
        if (field.Name.StringValue != "timelineItems")
            return;

        GraphQLValue? types = field.Arguments?.Items.FirstOrDefault(argument => argument.Name.StringValue == "itemTypes")?.Value;
        if (types is not GraphQLListValue { Values: [GraphQLEnumValue { Name: var only }] } || only.StringValue != "REMOVED_FROM_MERGE_QUEUE_EVENT")
            throw ApiFailure.With(501, "The local server's GraphQL has only the timeline items of itemTypes: [REMOVED_FROM_MERGE_QUEUE_EVENT].");
    }

    /// <summary>The fields of a selection, those of the fragments that apply to the type among them.</summary>
    public IEnumerable<GraphQLField> Fields(GraphQLSelectionSet selection, string? type) =>
        selection.Selections.SelectMany(each =>
            each switch
            {
                GraphQLField field => [field],
                GraphQLInlineFragment inline => Applies(inline.TypeCondition, type) ? Fields(inline.SelectionSet, type) : [],
                GraphQLFragmentSpread spread => Spread(spread.FragmentName.Name.StringValue, type),
                _ => [],
            }
        );

    private IEnumerable<GraphQLField> Spread(string name, string? type) =>
        fragments.TryGetValue(name, out GraphQLFragmentDefinition? fragment) && Applies(fragment.TypeCondition, type)
            ? Fields(fragment.SelectionSet, type)
            : [];

    private static bool Applies(GraphQLTypeCondition? condition, string? type) => condition is null || condition.Type.Name.StringValue == type;
}
