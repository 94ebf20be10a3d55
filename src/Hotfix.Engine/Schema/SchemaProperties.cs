using System.Reflection;
using System.Text.Json;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Writes parameters as properties of the schema.</summary>
internal static class SchemaProperties
{
    public static void Write(Utf8JsonWriter writer, IEnumerable<(MemberInfo Member, ParameterAttribute Attribute)> parameters)
    {
        writer.WriteStartObject("properties");
        foreach ((MemberInfo member, ParameterAttribute attribute) in parameters)
        {
            writer.WriteStartObject(ParameterNames.MemberName(member));
            WriteProperty(writer, member, attribute);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    public static void WriteValues(Utf8JsonWriter writer, IEnumerable<string> values)
    {
        writer.WriteStartArray("enum");
        foreach (string value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    /// <summary>The type of one value: without array, without <c>?</c>.</summary>
    public static Type ScalarOf(Type type)
    {
        Type element = type.IsArray ? type.GetElementType()! : type;
        return Nullable.GetUnderlyingType(element) ?? element;
    }

    private static void WriteProperty(Utf8JsonWriter writer, MemberInfo member, ParameterAttribute attribute)
    {
        Type type = MemberAccess.TypeOf(member);
        bool isTargets = type == typeof(IReadOnlyCollection<ExecutableTarget>);
        bool isList = type.IsArray || isTargets;
        if (isList)
            writer.WriteString("type", "array");
        else
            WriteType(writer, type);

        if (attribute.Description is { } description)
            writer.WriteString("description", description.TrimEnd('.'));
        if (isList)
        {
            writer.WriteStartObject("items");
            WriteType(writer, isTargets ? typeof(ExecutableTarget) : type.GetElementType()!);
            writer.WriteEndObject();
        }

        if (member.IsDefined(typeof(SecretAttribute)))
            writer.WriteString("default", "Secrets must be entered via 'nuke :secrets [profile]'");
    }

    private static void WriteType(Utf8JsonWriter writer, Type type)
    {
        Type scalar = ScalarOf(type);
        if (scalar.IsEnum || scalar == typeof(Host) || scalar == typeof(ExecutableTarget))
        {
            writer.WriteString("$ref", $"#/definitions/{scalar.Name}");
            return;
        }

        string name =
            scalar == typeof(bool) ? "boolean"
            : scalar == typeof(int) ? "integer"
            : "string";
        if (scalar == type)
        {
            writer.WriteString("type", name);
        }
        else
        {
            writer.WriteStartArray("type");
            writer.WriteStringValue(name);
            writer.WriteStringValue("null");
            writer.WriteEndArray();
        }

        if (scalar == typeof(int))
            writer.WriteString("format", "int32");
        if (scalar.IsSubclassOf(typeof(Enumeration)))
            WriteValues(writer, Enumeration.NamesOf(scalar).Order(StringComparer.Ordinal));
    }
}
