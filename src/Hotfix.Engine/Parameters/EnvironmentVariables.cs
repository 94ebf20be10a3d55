using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Finds a parameter among the environment variables: by its exact name, else by letters and digits alone, with or without NUKE in front.</summary>
internal static class EnvironmentVariables
{
    /// <returns><c>null</c> when there is none, or when several spellings leave it open which one is meant.</returns>
    public static string? Find(IReadOnlyDictionary<string, string> variables, string name)
    {
        if (variables.TryGetValue(name, out string? exact))
            return exact;

        string bare = Bare(name);
        string[] candidates = [.. variables.Where(variable => IsSpelling(variable.Key, bare)).Select(variable => variable.Value)];
        if (candidates.Length > 1)
            Log.Warning("Could not resolve {VariableName} since multiple values are provided", name);
        return candidates.Length == 1 ? candidates[0] : null;
    }

    private static bool IsSpelling(string variable, string bare)
    {
        if (variable.Length < bare.Length)
            return false;

        string spelt = Bare(variable);
        return spelt.Equals(bare, StringComparison.OrdinalIgnoreCase) || spelt.Equals("NUKE" + bare, StringComparison.OrdinalIgnoreCase);
    }

    private static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
