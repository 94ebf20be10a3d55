using System.Text;

namespace Hotfix.Components.Output.Consoles;

/// <summary>
/// Lines that a job's runner takes for commands: <c>::name …::text</c> at the begin of a line, and the older <c>##[name]</c> anywhere in it.
/// </summary>
/// <remarks>
/// The runner, https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs, compares by the rules of a culture, which overlook invisible
/// characters; so only what is visible of a line, its printable ASCII, is looked at here.
/// </remarks>
internal static class WorkflowCommand
{
    /// <summary>A command of ours, as one line; what is in it can end neither the line nor a property.</summary>
    /// <param name="name"><c>error</c>, <c>warning</c> or <c>notice</c>.</param>
    /// <param name="title">Shown above the text.</param>
    /// <param name="text">May have several lines.</param>
    public static string Annotate(string name, string title, string text) =>
        $"::{name} title={Data(title).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal)}::{Data(text)}";

    /// <summary>The line as text: what would be a command is quoted.</summary>
    public static string Neutral(string line)
    {
        string visible = string.Concat(line.Where(c => c is >= ' ' and <= '~'));
        if (visible.Contains("##[", StringComparison.Ordinal))
            line = WithoutBracketCommands(line);

        return visible.TrimStart().StartsWith("::", StringComparison.Ordinal) ? $"> {line}" : line;
    }

    private static string WithoutBracketCommands(string line)
    {
        var text = new StringBuilder(line.Length + 4);
        int hashes = 0;
        foreach (char c in line)
        {
            text.Append(c == '[' && hashes >= 2 ? " [" : c.ToString());
            hashes =
                c is < ' ' or > '~' ? hashes
                : c == '#' ? hashes + 1
                : 0;
        }

        return text.ToString();
    }

    private static string Data(string text) =>
        WithoutBracketCommands(text)
            .Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);
}
