namespace Hotfix.Tool;

/// <summary>What has to be known of the arguments before a build exists.</summary>
internal sealed class ToolArguments(string[] arguments)
{
    /// <summary>The value of <c>--root</c>, else of <c>NUKE_ROOT</c>; <c>null</c> when neither is given.</summary>
    public string? Root =>
        IndexOf("root") is { } index
            ? index + 1 < arguments.Length && !arguments[index + 1].StartsWith('-')
                ? arguments[index + 1]
                : Environment.CurrentDirectory
            : Environment.GetEnvironmentVariable("NUKE_ROOT") is { Length: > 0 } named
                ? named
                : null;

    /// <summary>Whether it needs no repository: the help, and a rehearsal with the sample repository.</summary>
    public bool NeedsNoRepository =>
        IndexOf("help") is not null
        || (
            IndexOf("here") is null
            && arguments.Length > 0
            && arguments.TakeWhile(argument => !argument.StartsWith('-')).ToArray() is [var only]
            && Same(only, "drill")
        );

    /// <summary>One line for people: with <c>--json</c>, standard output belongs to the document.</summary>
    public void Say(string line) => (IndexOf("json") is null ? Console.Out : Console.Error).WriteLine(line);

    private int? IndexOf(string name) =>
        Array.FindIndex(arguments, argument => argument.StartsWith('-') && Same(argument, name)) is >= 0 and var index ? index : null;

    private static bool Same(string argument, string name) =>
        string.Equals(argument.Replace("-", "", StringComparison.Ordinal), name, StringComparison.OrdinalIgnoreCase);
}
