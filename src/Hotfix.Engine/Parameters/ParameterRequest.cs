namespace Nuke.Common.Execution;

/// <summary>One parameter that is looked up. <paramref name="Separator"/> is <c>null</c> when a single text is a single value.</summary>
internal sealed record ParameterRequest(string Name, Type Type, string? Separator, bool IsSecret)
{
    private bool Splits => !string.IsNullOrEmpty(Separator);

    /// <summary>Values from the command line: either one text with separators, or several without.</summary>
    public IReadOnlyList<string> Split(string[] values)
    {
        if (!Splits || values.Length == 0)
            return values;
        if (values.Length == 1)
            return SplitAlways(values[0]);

        return values.Any(value => value.Contains(Separator!, StringComparison.Ordinal))
            ? throw new BuildException($"Argument '{Name}' with value [ {string.Join(", ", values)} ] cannot be split with separator '{Separator}'")
            : values;
    }

    /// <summary>A value from the environment, where only the separator makes a list.</summary>
    public IReadOnlyList<string> SplitAlways(string value) => Splits ? value.Split(Separator) : [value];
}
