using System.Text.RegularExpressions;

namespace Hotfix.Conventions;

public sealed partial class FilesInSource
{
    [Fact]
    public void HoldOnePublicTypeNamedLikeTheFile()
    {
        // Hotfix.Engine follows NUKE's own cut of files, and a program's entry point needs no type.
        IEnumerable<string> wrong = SourceFiles
            .CSharp("src")
            .Where(file => !file.Path.StartsWith("src/Hotfix.Engine/", StringComparison.Ordinal))
            .Select(file => (file.Path, Types: PublicType().Matches(file.Text).Select(match => match.Groups["name"].Value).Distinct().ToArray()))
            .Where(file => file.Types.Length > 1 || (file.Types is [var only] && only != Path.GetFileNameWithoutExtension(file.Path).Split('.')[0]))
            .Select(file => $"{file.Path}: {string.Join(", ", file.Types)}");

        Assert.Empty(wrong);
    }

    // The formatter breaks all other lines; a text would be another one.
    [Fact]
    public void EndTheirLinesBeforeColumn160UnlessATextIsLonger()
    {
        IEnumerable<string> wrong = SourceFiles
            .CSharp("src", "tests", "build")
            .SelectMany(file =>
                Lines(file.Text)
                    .Where(line => line.Text.Length > 160 && !line.IsInRawText && !line.Text.Contains('"', StringComparison.Ordinal))
                    .Select(line => $"{file.Path}:{line.Number}")
            );

        Assert.Empty(wrong);
    }

    // IDE0011 asks for the braces of what spans lines; nothing asks whether others are needed.
    [Fact]
    public void HaveNoBracesAroundOneLine()
    {
        IEnumerable<string> wrong = SourceFiles
            .CSharp("src", "tests", "build")
            .SelectMany(file =>
                BracedLine().Matches(file.Text.ReplaceLineEndings("\n")).Select(match => $"{file.Path}: {match.Groups["statement"].Value.Trim()}")
            );

        Assert.Empty(wrong);
    }

    private static IEnumerable<(int Number, string Text, bool IsInRawText)> Lines(string text)
    {
        bool isInRawText = false;
        int number = 0;
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            yield return (++number, line, isInRawText);
            isInRawText ^= RawQuotes().Count(line) % 2 == 1;
        }
    }

    [GeneratedRegex("\"{3,}")]
    private static partial Regex RawQuotes();

    [GeneratedRegex(
        @"^(?<indent> *)(if|foreach|while|for|using|lock|fixed) \([^\n]*\)\n\k<indent>\{\n(?<statement>\k<indent>    (?!if |foreach |while |for |using |switch |try|lock |const |//)(?![\w<>\[\],.?]+ \w+ = )(?!var |await using )[^\n]*;)\n\k<indent>\}\n(?! *else)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex BracedLine();

    [GeneratedRegex(
        @"^public (?:(?:static|sealed|abstract|partial|readonly|ref|unsafe) )*(?:class|interface|enum|delegate \S+|struct|record(?: struct| class)?) (?<name>\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex PublicType();
}
