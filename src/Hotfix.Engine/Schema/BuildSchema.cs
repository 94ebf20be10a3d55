using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>The JSON schema (draft 4) of the parameters file, in NUKE's shape.</summary>
internal static class BuildSchema
{
    /// <summary>Every host that NUKE knows: a parameters file must be valid for both engines.</summary>
    private static readonly string[] Hosts =
    [
        "AppVeyor",
        "AzurePipelines",
        "Bamboo",
        "Bitbucket",
        "Bitrise",
        "GitHubActions",
        "GitLab",
        "Jenkins",
        "Rider",
        "SpaceAutomation",
        "TeamCity",
        "Terminal",
        "TravisCI",
        "VisualStudio",
        "VSCode",
    ];

    public static byte[] Of(Type buildType, IReadOnlyCollection<ExecutableTarget> targets)
    {
        (MemberInfo Member, ParameterAttribute Attribute)[] parameters =
        [
            .. InjectedMembers
                .Of(buildType)
                .Where(pair => pair.Attribute is ParameterAttribute { List: true })
                .Select(pair => (pair.Member, (ParameterAttribute)pair.Attribute))
                .OrderBy(pair => ParameterNames.MemberName(pair.Member), StringComparer.Ordinal),
        ];
        var stream = new MemoryStream();
        using (
            var writer = new Utf8JsonWriter(
                stream,
                new JsonWriterOptions
                {
                    Indented = true,
                    NewLine = "\n",
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        )
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "http://json-schema.org/draft-04/schema#");
            writer.WriteStartObject("definitions");
            WriteEnum(writer, "Host", Hosts);
            foreach (Type type in EnumsOf(parameters.Where(IsUsers).Select(pair => pair.Member)))
                WriteEnum(writer, type.Name, Enum.GetNames(type));
            WriteEnum(writer, "ExecutableTarget", [.. targets.Select(target => target.Name).Order(StringComparer.Ordinal)]);
            WriteEnum(writer, "Verbosity", Enum.GetNames<Verbosity>());
            writer.WriteStartObject("NukeBuild");
            SchemaProperties.Write(writer, parameters.Where(pair => !IsUsers(pair)));
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteStartArray("allOf");
            writer.WriteStartObject();
            SchemaProperties.Write(writer, parameters.Where(IsUsers));
            writer.WriteEndObject();
            writer.WriteStartObject();
            writer.WriteString("$ref", "#/definitions/NukeBuild");
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static bool IsUsers((MemberInfo Member, ParameterAttribute Attribute) parameter) => parameter.Member.DeclaringType != typeof(NukeBuild);

    private static IEnumerable<Type> EnumsOf(IEnumerable<MemberInfo> members) =>
        members
            .Select(member => SchemaProperties.ScalarOf(MemberAccess.TypeOf(member)))
            .Where(type => type.IsEnum)
            .Distinct()
            .OrderBy(type => type.Name, StringComparer.Ordinal);

    private static void WriteEnum(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartObject(name);
        writer.WriteString("type", "string");
        SchemaProperties.WriteValues(writer, values);
        writer.WriteEndObject();
    }
}
