namespace Hotfix.Components.Output.Consoles;

/// <summary>What the environment and the arguments ask of the output.</summary>
/// <param name="IsJson">Standard output carries one document and nothing else.</param>
/// <param name="IsActions">A job of GitHub Actions reads it, and takes some lines for commands.</param>
/// <param name="IsColourless">No colour: <c>NO_COLOR</c>, or what <see cref="IsPlain"/> is for.</param>
/// <param name="IsPlain">A screen reader or a terminal that cannot be drawn on: <c>HOTFIX_PLAIN</c>, or <c>TERM=dumb</c>.</param>
internal sealed record ConsoleMode(bool IsJson, bool IsActions, bool IsColourless, bool IsPlain)
{
    /// <param name="arguments">Behind the program's name.</param>
    /// <param name="variables">The environment.</param>
    public static ConsoleMode Of(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> variables)
    {
        bool isPlain = variables.GetValueOrDefault("HOTFIX_PLAIN") is { Length: > 0 } and not "0" || variables.GetValueOrDefault("TERM") == "dumb";
        return new ConsoleMode(
            WantsJson(arguments, variables),
            variables.GetValueOrDefault("GITHUB_ACTIONS") is { Length: > 0 },
            isPlain || variables.GetValueOrDefault("NO_COLOR") is { Length: > 0 },
            isPlain
        );
    }

    // As NUKE compares switches: dashes removed, case ignored; a value of 'false' takes it back. The environment counts where there is no switch.
    private static bool WantsJson(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> variables)
    {
        for (int at = arguments.Count - 1; at >= 0; at--)
        {
            if (arguments[at].StartsWith('-') && arguments[at].Trim('-').Equals("json", StringComparison.OrdinalIgnoreCase))
                return !(at + 1 < arguments.Count && arguments[at + 1].Equals("false", StringComparison.OrdinalIgnoreCase));
        }

        return "true".Equals(variables.GetValueOrDefault("NUKE_JSON"), StringComparison.OrdinalIgnoreCase);
    }
}
