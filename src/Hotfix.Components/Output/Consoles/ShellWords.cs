using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotfix.Components.Output.Consoles;

/// <summary>Arguments as they are typed into a shell: each stays one argument, whatever is in it.</summary>
internal static partial class ShellWords
{
    /// <summary>One argument; in quotes only where it needs them.</summary>
    /// <param name="argument">Any text.</param>
    /// <param name="isWindows">Whether for <c>cmd</c> and PowerShell instead of a POSIX shell.</param>
    public static string Quote(string argument, bool isWindows)
    {
        if (Harmless.IsMatch(argument))
            return argument;

        if (isWindows)
            return $"\"{argument.ReplaceLineEndings(" ").Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

        return argument.Any(IsInvisible) ? $"$'{string.Concat(argument.Select(Escape))}'" : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    // Such a character would steer the terminal that the command is printed on, or hide from the one who copies it.
    private static bool IsInvisible(char c) =>
        char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Escape(char c) =>
        c switch
        {
            '\'' or '\\' => $"\\{c}",
            '\n' => "\\n",
            '\t' => "\\t",
            _ => IsInvisible(c) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : c.ToString(),
        };

    [GeneratedRegex(@"\A[A-Za-z0-9_./:=@%+,-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Harmless { get; }
}
