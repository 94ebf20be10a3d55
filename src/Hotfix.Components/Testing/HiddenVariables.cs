using System.Collections;
using System.Reflection;
using Nuke.Common;

namespace Hotfix.Components.Testing;

/// <summary>
/// NUKE reads a parameter from any environment variable of its name, prefix or not, so a machine's own <c>VERSION</c> or <c>DESCRIPTION</c> would
/// steer a hotfix. Such variables are hidden from this process, and given back to the processes that it starts; <c>NUKE_VERSION</c> is meant, and stays.
/// </summary>
public static class HiddenVariables
{
    private static readonly Dictionary<string, string> Hidden = [];

    /// <summary>What was hidden, by name.</summary>
    public static IReadOnlyDictionary<string, string> All => Hidden;

    /// <summary>Hides variables that have the name of a parameter of the hotfix path; call it before the build starts.</summary>
    public static void Hide()
    {
        HashSet<string> names = typeof(IHazHotfix).GetProperties()
            .Where(property => property.GetCustomAttribute<ParameterAttribute>() is not null && property.Name != nameof(IHazHotfix.GitHubApiUrl))
            .Select(property => property.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            string name = (string)variable.Key;
            string stripped = string.Concat(name.Where(char.IsAsciiLetterOrDigit));
            if (names.Contains(stripped) && variable.Value is string value)
            {
                Hidden[name] = value;
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }
}
