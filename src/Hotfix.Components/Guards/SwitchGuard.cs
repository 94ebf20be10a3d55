using Hotfix.Core.Errors;

namespace Hotfix.Components.Guards;

/// <summary>Finds on the command line what NUKE would silently leave out, or warn of and go on without.</summary>
internal sealed class SwitchGuard(IReadOnlyList<KnownParameter> parameters, IReadOnlyCollection<string> targets)
{
    public IEnumerable<Refusal> Check(GivenArguments given)
    {
        for (int at = 0; at < given.Switches.Count; at++)
        {
            GivenSwitch current = given.Switches[at];
            GivenSwitch? before = at > 0 ? given.Switches[at - 1] : null;
            if (Check(current, before, at + 1 < given.Switches.Count ? given.Switches[at + 1] : null) is { } refusal)
                yield return refusal;
        }
    }

    private Refusal? Check(GivenSwitch given, GivenSwitch? before, GivenSwitch? after)
    {
        if (given.Text.Trim('-').Length == 0 && given.Text.Length > 1)
            return null;

        if (Find(given.Text) is { } known)
            return IsMissing(known, given) ? Missing(known, after) : CheckValues(known, given.Values);

        // What was swallowed is reported once, at the switch that it was meant for.
        bool isSwallowed = before is not null && Find(before.Text) is { } owner && IsMissing(owner, before);
        return isSwallowed ? null : CheckAttached(given) ?? Unknown(given);
    }

    private KnownParameter? Find(string text) =>
        parameters.FirstOrDefault(parameter => Spelling.Same(text, parameter.Name))
        ?? (IsPasswordOfParametersFile(text) ? new KnownParameter("ParamsKey", typeof(string)) : null);

    // NUKE's '--params-staging-key' opens the secrets of the profile 'staging'.
    private static bool IsPasswordOfParametersFile(string text) =>
        Spelling.Bare(text) is var bare && bare.StartsWith("PARAMS", StringComparison.Ordinal) && bare.EndsWith("KEY", StringComparison.Ordinal);

    private static bool IsMissing(KnownParameter known, GivenSwitch given) =>
        given.Values.Count == 0 && !known.IsBoolean && !known.IsList && known.Name != "Root";

    private static Refusal Missing(KnownParameter known, GivenSwitch? after)
    {
        bool isSwallowed = after is not null;
        string example = $"{Spelling.Variable(known.Name)}='{(isSwallowed && !known.IsSecret ? after!.Text : "…")}'";
        return new Refusal(
            "HF1063",
            $"{known.Switch} has no value; nothing was changed.",
            isSwallowed ? $"{known.Show(after!.Text)} behind it begins with a dash, and so is read as a switch of its own." : "Nothing follows it.",
            isSwallowed
                ? $"Name a value after {known.Switch}; one that begins with a dash goes into the environment: {example}"
                : $"Name a value: {known.Switch} …"
        );
    }

    private Refusal? CheckAttached(GivenSwitch given)
    {
        int at = given.Text.IndexOfAny(['=', ':']);
        return at > 0 && Find(given.Text[..at]) is { } known
            ? new Refusal(
                "HF1061",
                $"{known.Switch}{given.Text[at]}… is not read; nothing was changed.",
                "A value stands behind its switch as an argument of its own.",
                $"{known.Switch} {(known.IsSecret ? "…" : Quote(given.Text[(at + 1)..]))}"
            )
            : null;
    }

    private Refusal Unknown(GivenSwitch given)
    {
        string? nearest = Spelling.Nearest(given.Text.Split('=', ':')[0], parameters.Select(parameter => parameter.Name));
        return new Refusal(
            "HF1060",
            $"There is no parameter {given.Text.Split('=')[0]}; nothing was changed.",
            nearest is null ? "No parameter of this build has a name like that." : $"The nearest name is --{Spelling.Dashed(nearest)}.",
            nearest is null
                ? "./build.sh --help lists the parameters."
                : $"--{Spelling.Dashed(nearest)}, if that was meant; ./build.sh --help lists the others."
        );
    }

    private Refusal? CheckValues(KnownParameter known, IReadOnlyList<string> values)
    {
        if (!known.IsList && values.Count > 1)
            return TooMany(known, values);

        if (
            known.IsList
            && known.Separator is { Length: > 0 } separator
            && separator != "+"
            && values.Count > 1
            && values.Any(value => value.Contains(separator, StringComparison.Ordinal))
        )
        {
            return new Refusal(
                "HF1064",
                $"{known.Switch} mixes two ways to write a list; nothing was changed.",
                $"Some of {string.Join(" ", values.Select(Quote))} hold the separator '{separator}', and there are several.",
                $"{known.Switch} {string.Join(separator, values.SelectMany(value => value.Split(separator)))}"
            );
        }

        IEnumerable<string> texts = known.IsList && known.Separator is { Length: > 0 } split ? values.SelectMany(value => value.Split(split)) : values;
        return texts.Select(text => CheckValue(known, text, known.Switch)).FirstOrDefault(refusal => refusal is not null);
    }

    /// <summary>One text from wherever it came.</summary>
    public Refusal? CheckValue(KnownParameter known, string text, string place) =>
        ValueText.ProblemOf(text, known.Type) is { } takes
            ? new Refusal(
                "HF1062",
                $"{known.Show(text)} is no value of {place}; nothing was changed.",
                IsTarget(text) ? $"It takes {takes}; '{text}' is a target, and targets stand before the first switch." : $"It takes {takes}.",
                IsTarget(text) ? $"./build.sh {text} {known.Switch}" : $"Name {takes}, or leave {place} out."
            )
            : null;

    private Refusal TooMany(KnownParameter known, IReadOnlyList<string> values)
    {
        string? target = values.FirstOrDefault(IsTarget);
        return new Refusal(
            "HF1064",
            $"{known.Switch} takes one value, and {values.Count} stand behind it; nothing was changed.",
            target is not null ? $"'{target}' is a target, and targets stand before the first switch."
                : known.IsSecret ? "A value with spaces in it needs quotes."
                : $"They are {string.Join(", ", values.Select(known.Show))}; a value with spaces in it needs quotes.",
            target is not null ? $"./build.sh {target} {known.Switch} …"
                : known.IsSecret ? $"{known.Switch} \"…\""
                : $"{known.Switch} {Quote(string.Join(' ', values))}"
        );
    }

    private bool IsTarget(string text) => targets.Any(target => Spelling.Same(text, target));

    private static string Quote(string value) =>
        value.Length > 0 && value.All(c => char.IsLetterOrDigit(c) || "-_./:,@".Contains(c, StringComparison.Ordinal)) ? value : $"\"{value}\"";
}
