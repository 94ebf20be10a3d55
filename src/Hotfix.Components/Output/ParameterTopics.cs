using System.ComponentModel;
using System.Reflection;
using Hotfix.Components.Guards;

namespace Hotfix.Components.Output;

/// <summary>The parameters by what they are about. NUKE lists them by their names alone; the embedded engine's list is in this order by itself.</summary>
internal static class ParameterTopics
{
    private const int Width = 100;

    /// <summary>A heading for each topic, and the switches below it; those without a topic, NUKE's own among them, are left out.</summary>
    public static IReadOnlyList<string> Index(Type build)
    {
        var lines = new List<string>();
        IEnumerable<IGrouping<string, string>> topics = ParameterCatalog
            .Of(build)
            .Select(parameter => (parameter.Switch, Topic: parameter.Member?.GetCustomAttribute<CategoryAttribute>()?.Category))
            .Where(parameter => parameter.Topic is not null)
            .GroupBy(parameter => parameter.Topic!, parameter => parameter.Switch)
            .OrderBy(topic => topic.Key, StringComparer.Ordinal);
        foreach (IGrouping<string, string> topic in topics)
        {
            lines.Add($"  {topic.Key}");
            lines.AddRange(Wrap(topic.Order(StringComparer.Ordinal)));
        }

        return lines;
    }

    private static IEnumerable<string> Wrap(IEnumerable<string> words)
    {
        string line = "   ";
        foreach (string word in words)
        {
            if (line.Length + 1 + word.Length > Width)
            {
                yield return line;
                line = "   ";
            }

            line += $" {word}";
        }

        yield return line;
    }
}
