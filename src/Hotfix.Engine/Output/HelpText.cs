using System.ComponentModel;
using System.Reflection;
using System.Text;

namespace Nuke.Common.Execution;

/// <summary>
/// The answer to <c>--help</c>: targets in order of declaration, then parameters by topic ([Category]) and name, the build's own before the engine's.
/// </summary>
internal static class HelpText
{
    private const int Width = 90;

    public static string Of(NukeBuild build, IReadOnlyCollection<ExecutableTarget> targets)
    {
        var text = new StringBuilder();
        AppendTargets(text, [.. targets.Where(target => target.Listed)]);
        AppendParameters(text, build, targets);
        return text.ToString();
    }

    private static void AppendTargets(StringBuilder text, ExecutableTarget[] targets)
    {
        int width = Math.Max(targets.Select(target => Label(target).Length).DefaultIfEmpty().Max(), 20);
        text.AppendLine("Targets (with their direct dependencies):").AppendLine();
        foreach (ExecutableTarget target in targets)
        {
            string dependencies =
                target.ExecutionDependencies.Count == 0
                    ? string.Empty
                    : $" -> {string.Join(", ", target.ExecutionDependencies.Select(dependency => dependency.Name))}";
            text.Append("  ").Append(Label(target).PadRight(width)).AppendLine(dependencies);
            if (target.Description is not null)
                text.Append("    ").AppendLine(target.Description);
        }
    }

    private static void AppendParameters(StringBuilder text, NukeBuild build, IEnumerable<ExecutableTarget> targets)
    {
        string defaults = string.Join(", ", targets.Where(target => target.IsDefault).Select(target => target.Name));
        (string Name, string Text, string Topic, bool IsEngines)[] parameters =
        [
            .. InjectedMembers
                .Of(build.GetType())
                .Where(pair => pair.Attribute is ParameterAttribute { List: true })
                .Select(pair => (Describe(pair.Member, (ParameterAttribute)pair.Attribute, defaults)))
                .OrderBy(parameter => parameter.Name, StringComparer.Ordinal),
        ];
        int width = Math.Max(parameters.Select(parameter => parameter.Name.Length).DefaultIfEmpty().Max(), 16);
        text.AppendLine().AppendLine("Parameters:");
        foreach (bool isEngines in (bool[])[false, true])
        {
            foreach (
                IGrouping<string, (string Name, string Text, string Topic, bool IsEngines)> topic in parameters
                    .Where(parameter => parameter.IsEngines == isEngines)
                    .GroupBy(parameter => parameter.Topic)
                    .OrderBy(topic => topic.Key, StringComparer.Ordinal)
            )
            {
                text.AppendLine();
                if (topic.Key.Length > 0)
                    text.AppendLine($"  {topic.Key}");

                foreach ((string name, string description, _, _) in topic)
                    text.AppendLine($"  --{name.PadRight(width)}   {Wrap(description, width + 7)}");
            }
        }
    }

    private static string Label(ExecutableTarget target) => target.IsDefault ? $"{target.Name} (default)" : target.Name;

    private static (string Name, string Text, string Topic, bool IsEngines) Describe(MemberInfo member, ParameterAttribute attribute, string defaults)
    {
        string description = attribute.Description is null
            ? "<no description>"
            : attribute.Description.Replace("{default_target}", defaults, StringComparison.Ordinal).TrimEnd('.') + '.';
        return (
            ParameterNames.Dashed(ParameterNames.MemberName(member)),
            description,
            member.GetCustomAttribute<CategoryAttribute>()?.Category ?? "",
            member.DeclaringType == typeof(NukeBuild)
        );
    }

    private static string Wrap(string text, int indent)
    {
        var wrapped = new StringBuilder();
        int column = indent;
        foreach (string word in text.Split(' '))
        {
            if (column > indent && column + 1 + word.Length > Width)
            {
                wrapped.AppendLine().Append(' ', indent);
                column = indent;
            }
            else if (column > indent)
            {
                wrapped.Append(' ');
                column++;
            }

            wrapped.Append(word);
            column += word.Length;
        }

        return wrapped.ToString();
    }
}
