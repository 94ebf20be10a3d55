namespace Nuke.Common.Execution;

/// <summary>The arguments as given. A switch is anything that begins with a dash; its values are what follows up to the next one.</summary>
internal sealed class CommandLine(IReadOnlyList<string> arguments)
{
    public IReadOnlyList<string> Arguments => arguments;

    public static bool IsSwitch(string argument) => argument.StartsWith('-');

    public bool Has(string name) => IndexOf(name) >= 0;

    /// <summary>The values behind the last occurrence of the switch; <c>null</c> when it was not given.</summary>
    public string[]? Values(string name)
    {
        int index = IndexOf(name);
        return index < 0 ? null : [.. arguments.Skip(index + 1).TakeWhile(argument => !IsSwitch(argument))];
    }

    /// <summary>The arguments before the first switch: the targets; <c>null</c> when there are none.</summary>
    public string[]? Positional()
    {
        string[] values = [.. arguments.TakeWhile(argument => !IsSwitch(argument))];
        return values.Length == 0 ? null : values;
    }

    /// <summary>Every argument with its position, for the message about one that could not be used.</summary>
    public string Listing() => string.Join(Environment.NewLine, arguments.Select((argument, index) => $"  [{index}] = {argument}"));

    private int IndexOf(string name)
    {
        for (int index = arguments.Count - 1; index >= 0; index--)
        {
            if (IsSwitch(arguments[index]) && ParameterNames.Same(arguments[index], name))
                return index;
        }

        return -1;
    }
}
