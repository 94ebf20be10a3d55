using System.Text.RegularExpressions;

namespace Hotfix.Conventions;

public sealed partial class FilesInSource
{
    [Fact]
    public void HoldOnePublicTypeNamedLikeTheFile()
    {
        // Hotfix.Engine follows NUKE's own cut of files, and a program's entry point needs no type.
        IEnumerable<string> wrong = SourceFiles.CSharp("src")
            .Where(file => !file.Path.StartsWith("src/Hotfix.Engine/", StringComparison.Ordinal))
            .Select(file => (file.Path, Types: PublicType().Matches(file.Text).Select(match => match.Groups["name"].Value).Distinct().ToArray()))
            .Where(file => file.Types.Length > 1 || (file.Types is [var only] && only != Path.GetFileNameWithoutExtension(file.Path).Split('.')[0]))
            .Select(file => $"{file.Path}: {string.Join(", ", file.Types)}");

        Assert.Empty(wrong);
    }

    // Lines that were longer when this was counted; whoever shortens some lowers the number.
    [Fact]
    public void HaveFewLinesBeyondColumn160()
    {
        const int Most = 2200;

        int found = SourceFiles.CSharp("src", "tests", "build").Sum(file => file.Text.Split('\n').Count(line => line.TrimEnd('\r').Length > 160));

        Assert.True(found <= Most, $"{found} lines are longer than 160 characters; at most {Most} are accepted. Shorten the new ones.");
    }

    [GeneratedRegex(@"^public (?:(?:static|sealed|abstract|partial|readonly|ref|unsafe) )*(?:class|interface|enum|delegate \S+|struct|record(?: struct| class)?) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
