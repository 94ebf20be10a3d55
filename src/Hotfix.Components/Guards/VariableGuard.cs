using Hotfix.Core.Errors;

namespace Hotfix.Components.Guards;

/// <summary>Checks the environment variables that NUKE will read as parameters.</summary>
/// <remarks>It reads any variable of a parameter's letters and digits, with or without <c>NUKE</c> in front; an exact name wins over every other
/// spelling.</remarks>
internal sealed class VariableGuard(IReadOnlyList<KnownParameter> parameters, SwitchGuard values)
{
    public IEnumerable<Refusal> Check(IReadOnlyDictionary<string, string> variables)
    {
        ILookup<string, string> byBareName = variables.Keys.ToLookup(Spelling.Bare);
        foreach (KnownParameter parameter in parameters)
        {
            string[] spellings = Spellings(parameter, variables, byBareName);
            if (spellings.Length > 1)
            {
                yield return Ambiguous(parameter, spellings);
            }
            else if (spellings.Length == 1 && CheckValue(parameter, spellings[0], variables[spellings[0]]) is { } refusal)
            {
                yield return refusal;
            }
        }
    }

    /// <summary>The variables that a parameter is read from; more than one when it is left open which is meant.</summary>
    public static string[] Spellings(KnownParameter parameter, IReadOnlyDictionary<string, string> variables, ILookup<string, string> byBareName)
    {
        if (variables.ContainsKey(parameter.Name))
            return [parameter.Name];

        string bare = Spelling.Bare(parameter.Name);
        return [.. byBareName[bare].Concat(byBareName["NUKE" + bare]).Order(StringComparer.Ordinal)];
    }

    private static Refusal Ambiguous(KnownParameter parameter, string[] spellings) =>
        new(
            "HF1071",
            $"{string.Join(" and ", spellings)} all mean {parameter.Switch}; nothing was changed.",
            "Of several spellings in the environment none is read.",
            $"Keep one: unset {string.Join(' ', spellings.Where(name => name != Spelling.Variable(parameter.Name)).DefaultIfEmpty(spellings[^1]))}"
        );

    private Refusal? CheckValue(KnownParameter parameter, string variable, string value)
    {
        string[] texts = parameter.IsList && parameter.Separator is { Length: > 0 } separator ? value.Split(separator) : [value];
        return texts.Select(text => values.CheckValue(parameter, text, $"the environment variable {variable}")).FirstOrDefault(refusal => refusal is not null);
    }
}
