using Hotfix.Core.Errors;
using Hotfix.Core.Policies;

namespace Hotfix.Core.Requests;

/// <summary>A workflow of the team's that a run starts, and what that is told: the names are the team's, the values ours.</summary>
/// <param name="File"><c>deploy.yml</c>.</param>
/// <param name="Parameter">What says its inputs: <c>--deploy-inputs</c>.</param>
/// <param name="Inputs">By name; places such as <c>{tag}</c> are filled in when it is started.</param>
internal sealed record StartedWorkflow(string File, string Parameter, IReadOnlyDictionary<string, string> Inputs)
{
    /// <summary>The input by which a run is found again, where the workflow has it.</summary>
    public const string Correlation = "correlation-id";

    /// <summary>What can be filled in, each written in braces.</summary>
    public static IReadOnlyList<string> Places { get; } = ["tag", "version", "sha", "branch", "ref"];

    /// <summary>What a workflow that deploys is told where nothing was said.</summary>
    public static IReadOnlyDictionary<string, string> TagAlone { get; } = new Dictionary<string, string> { ["tag"] = "{tag}" };

    /// <summary>How teams call the inputs that can be filled in, and with what.</summary>
    public static IReadOnlyDictionary<string, string> UsualNames { get; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["tag"] = "{tag}",
            ["release-tag"] = "{tag}",
            ["version"] = "{version}",
            ["sha"] = "{sha}",
            ["commit"] = "{sha}",
            ["branch"] = "{branch}",
            ["ref"] = "{ref}",
        };

    /// <summary>Those of a workflow's inputs that can be filled in by their names.</summary>
    public static IReadOnlyDictionary<string, string> Usual(IEnumerable<string> names) =>
        names.Where(UsualNames.ContainsKey).ToDictionary(name => name, name => UsualNames[name]);

    /// <summary>Those that have to be sent, and cannot.</summary>
    /// <param name="inputs">By name: whether a dispatch without it is refused.</param>
    public static IReadOnlyList<string> Unusual(IReadOnlyDictionary<string, bool> inputs) =>
        [.. inputs.Where(input => input.Value && !UsualNames.ContainsKey(input.Key) && input.Key != Correlation).Select(input => input.Key)];

    /// <summary>Checks the places of a list of inputs.</summary>
    /// <exception cref="HotfixException">HF1047 for a place that nothing fills.</exception>
    public static IReadOnlyDictionary<string, string> Checked(string parameter, IReadOnlyDictionary<string, string> inputs)
    {
        foreach ((string name, string value) in inputs)
        {
            if (Unknown(value) is { } unknown)
            {
                throw new HotfixException(
                    "HF1047",
                    what: $"{parameter} gives '{name}' the value '{value}', and nothing fills in {{{unknown}}}; nothing was changed.",
                    why: $"What is filled in is {string.Join(", ", Places.Select(place => $"{{{place}}}"))}.",
                    next: NearName.Of(unknown, Places) is { } near
                        ? $"{{{near}}} may be meant: {parameter} \"{name}={value.Replace($"{{{unknown}}}", $"{{{near}}}", StringComparison.Ordinal)}\""
                        : $"For example: {parameter} \"version={{version}}\""
                );
            }
        }

        return inputs;
    }

    /// <summary>Whether an input of it has this place.</summary>
    public bool Uses(string place) => Inputs.Values.Any(value => value.Contains($"{{{place}}}", StringComparison.Ordinal));

    /// <summary>The inputs, as they are sent; a place without a value becomes nothing.</summary>
    /// <param name="values">By the name of the place.</param>
    public IReadOnlyDictionary<string, string> Fill(IReadOnlyDictionary<string, string> values) =>
        Inputs.ToDictionary(
            input => input.Key,
            input => Places.Aggregate(input.Value, (text, place) => text.Replace($"{{{place}}}", values.GetValueOrDefault(place, ""), StringComparison.Ordinal))
        );

    // The word within the first braces that are not a place; none of what is written otherwise, which may be JSON.
    private static string? Unknown(string value)
    {
        for (int open = value.IndexOf('{', StringComparison.Ordinal); open >= 0; open = value.IndexOf('{', open + 1))
        {
            int close = value.IndexOf('}', open);
            string word = close < 0 ? "" : value[(open + 1)..close];
            if (word.Length > 0 && word.All(letter => char.IsAsciiLetter(letter) || letter == '-') && !Places.Contains(word))
                return word;
        }

        return null;
    }
}
