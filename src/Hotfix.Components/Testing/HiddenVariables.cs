using System.Collections;
using System.Reflection;

namespace Hotfix.Components.Testing;

/// <summary>
/// NUKE reads a parameter from any environment variable of its name, prefix or not, so a machine's own <c>VERSION</c> or <c>DESCRIPTION</c> would
/// steer a hotfix. Such variables are hidden from this process, and given back to the processes that it starts; <c>NUKE_VERSION</c> is meant, and stays.
/// </summary>
public static class HiddenVariables
{
    /// <summary>The one that a job sets for what runs in it: it is meant.</summary>
    private const string ApiAddress = "GitHubApiUrl";

    private static readonly Dictionary<string, string> Hidden = [];

    /// <summary>What was hidden, by name.</summary>
    public static IReadOnlyDictionary<string, string> All => Hidden;

    // NUKE's own parameters, which it reads without a prefix, too. HOST=anything ends it with a crash.
    private static readonly string[] OfNuke = ["TARGET", "SKIP", "PROFILE", "ROOT", "VERBOSITY", "HOST", "PLAN", "HELP", "CONTINUE", "NOLOGO", "PARTITION"];

    /// <summary>
    /// Hides variables that have the name of a parameter of the hotfix path or of NUKE itself; call it before the build starts. Repeating is safe.
    /// </summary>
    public static void Hide()
    {
        HashSet<string> names = typeof(HiddenVariables)
            .Assembly.GetTypes()
            .Where(type => type is { IsInterface: true, IsPublic: true })
            .SelectMany(type => type.GetProperties())
            .Where(property => property.Name != ApiAddress && property.IsDefined(typeof(ParameterAttribute), inherit: false))
            .Select(property => property.GetCustomAttribute<ParameterAttribute>()!.Name ?? property.Name)
            .Concat(OfNuke)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            string name = (string)variable.Key;
            string stripped = string.Concat(name.Where(char.IsLetterOrDigit));
            if (names.Contains(stripped) && variable.Value is string value)
            {
                Hidden[name] = value;
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }
}
