using System.Text;
using Hotfix.Components.Guards;

namespace Hotfix.Components.Running;

/// <summary>The names of checks in a parameter: <c>build, test (ubuntu-latest, 20)</c> are two.</summary>
internal static class CheckNames
{
    /// <summary>
    /// A list of a parameters file, or of the build class, has one name in each entry; what is typed, or stands in a variable, has commas between
    /// names.
    /// </summary>
    public static IReadOnlyList<string> Of(string parameter, string[]? given) =>
        given is null ? []
        : IsTyped(parameter) ? [.. given.SelectMany(Split)]
        : [.. given.Select(name => name.Trim()).Where(name => name.Length > 0)];

    /// <summary>
    /// At each comma that is in no brackets and no quotes. Quotes are taken off; brackets are part of a name, also where one was never closed.
    /// </summary>
    internal static IReadOnlyList<string> Split(string text)
    {
        var names = new List<string>();
        var name = new StringBuilder();
        int depth = 0;
        char? quote = null;
        for (int at = 0; at < text.Length; at++)
        {
            char c = text[at];
            if (quote is not null || (c is '"' or '\'' && text.IndexOf(c, at + 1) > 0 && string.IsNullOrWhiteSpace(name.ToString())))
            {
                _ = c == (quote ?? c) ? name : name.Append(c);
                quote =
                    quote is null ? c
                    : c == quote ? null
                    : quote;
                continue;
            }

            depth = Math.Max(
                0,
                depth
                    + (
                        c is '(' or '[' or '{' && IsClosed(text, at) ? 1
                        : c is ')' or ']' or '}' ? -1
                        : 0
                    )
            );
            if (c == ',' && depth == 0)
            {
                names.Add(name.ToString());
                name.Clear();
            }
            else
            {
                name.Append(c);
            }
        }

        return [.. names.Append(name.ToString()).Select(one => one.Trim()).Where(one => one.Length > 0)];
    }

    private static bool IsClosed(string text, int at) =>
        text.IndexOf(
            text[at] switch
            {
                '(' => ')',
                '[' => ']',
                _ => '}',
            },
            at
        ) > 0;

    private static bool IsTyped(string parameter) =>
        InputGuards.OfProcess().Last(parameter) is not null
        || InputGuards
            .ReadVariables()
            .Keys.Any(name => Spelling.Bare(name) == "NUKE" + Spelling.Bare(parameter) || Spelling.Bare(name) == Spelling.Bare(parameter));
}
