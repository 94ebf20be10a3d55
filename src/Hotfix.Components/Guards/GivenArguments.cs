namespace Hotfix.Components.Guards;

/// <summary>The arguments as NUKE cuts them: targets up to the first switch, then switches, each with what follows it up to the next one.</summary>
internal sealed class GivenArguments
{
    public GivenArguments(IReadOnlyList<string> arguments)
    {
        Positional = [.. arguments.TakeWhile(argument => !IsSwitch(argument))];
        var switches = new List<GivenSwitch>();
        for (int at = Positional.Count; at < arguments.Count; at++)
        {
            string[] values = [.. arguments.Skip(at + 1).TakeWhile(argument => !IsSwitch(argument))];
            switches.Add(new GivenSwitch(arguments[at], values));
            at += values.Length;
        }

        Switches = switches;
    }

    /// <summary>Targets, as typed.</summary>
    public IReadOnlyList<string> Positional { get; }

    public IReadOnlyList<GivenSwitch> Switches { get; }

    /// <summary>The last switch of that name, which is the one that counts; <c>null</c> when there is none.</summary>
    public GivenSwitch? Last(string name) => Switches.LastOrDefault(given => Spelling.Same(given.Text, name));

    private static bool IsSwitch(string argument) => argument.StartsWith('-');
}
