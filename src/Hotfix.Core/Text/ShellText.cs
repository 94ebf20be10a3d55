namespace Hotfix.Core.Text;

/// <summary>Text that a person will copy into a shell.</summary>
internal static class ShellText
{
    /// <summary>The text as it must stand between double quotes in a POSIX shell; line breaks become spaces.</summary>
    public static string Quoted(string text) =>
        string.Concat(
            text.ReplaceLineEndings(" ")
                .Select(c =>
                    c is '"' or '\\' or '$' or '`' ? $"\\{c}"
                    : c == '!' ? "\"'!'\""
                    : c.ToString()
                )
        );
}
