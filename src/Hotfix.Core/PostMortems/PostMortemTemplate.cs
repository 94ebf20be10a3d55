using System.Text.RegularExpressions;
using Hotfix.Core.Errors;

namespace Hotfix.Core.PostMortems;

/// <summary>A text with places for facts, <c>{{timeline}}</c>, a team's own or the one that comes along.</summary>
internal sealed partial class PostMortemTemplate
{
    /// <summary>Where a team keeps its own, at the default branch.</summary>
    public const string Path = ".github/POST_MORTEM_TEMPLATE.md";

    private const string LeftOut = "_Left out: it would be too long here._";
    private readonly string _text;

    private PostMortemTemplate(string text)
    {
        _text = text;
    }

    /// <summary>The one that comes along.</summary>
    public static PostMortemTemplate Default { get; } = new(PostMortemQuestions.Template);

    /// <summary>Reads a team's own.</summary>
    /// <param name="text">Markdown.</param>
    /// <param name="source">Where it is from, for people.</param>
    /// <exception cref="HotfixException">HF4272 when it names a fact that there is not.</exception>
    public static PostMortemTemplate Parse(string text, string source)
    {
        string[] unknown =
        [
            .. Places().Matches(text).Select(place => place.Groups["name"].Value.Trim()).Where(name => !PostMortemText.Names.Contains(name)).Distinct(),
        ];
        return unknown.Length == 0
            ? new PostMortemTemplate(text.ReplaceLineEndings("\n"))
            : throw new HotfixException(
                "HF4272",
                what: $"{source} names {string.Join(", ", unknown.Take(5).Select(name => $"'{{{{{name}}}}}'"))}, which no post-mortem has; nothing was changed.",
                why: $"It may name {string.Join(", ", PostMortemText.Names.Select(name => $"{{{{{name}}}}}"))}.",
                next: "Correct the name in the template, or leave it out."
            );
    }

    /// <summary>
    /// The text with the facts in it, never longer than <paramref name="most"/>: the longest facts are left out first. Words in the facts are not looked at
    /// for places.
    /// </summary>
    public string Fill(IReadOnlyDictionary<string, string> facts, int most)
    {
        var shown = new Dictionary<string, string>(facts);
        string text = Fill(shown);
        while (text.Length > most && shown.MaxBy(fact => fact.Value.Length) is { Value.Length: > 1_000 } longest)
        {
            shown[longest.Key] = LeftOut;
            text = Fill(shown);
        }

        return text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";
    }

    private string Fill(Dictionary<string, string> facts) => Places().Replace(_text, place => facts[place.Groups["name"].Value.Trim()]);

    [GeneratedRegex(@"\{\{(?<name>[^{}\r\n]{0,100})\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Places();
}
