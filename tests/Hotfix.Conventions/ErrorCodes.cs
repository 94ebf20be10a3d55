using System.Text.RegularExpressions;
using Hotfix.Testing;

namespace Hotfix.Conventions;

public sealed partial class ErrorCodes
{
    [Fact]
    public void InCodeHaveExactlyOneRowInTheDocument()
    {
        string[] documented = Documented();

        string[] missing = [.. InCode().Keys.Except(documented).Order(StringComparer.Ordinal)];

        Assert.True(missing.Length == 0, $"No row in docs/errors.md: {string.Join(", ", missing.Select(code => $"{code} ({InCode()[code]})"))}");
        Assert.Equal(documented.Distinct(), documented);
    }

    [Fact]
    public void InTheDocumentAreInCode() => Assert.Empty(Documented().Except(InCode().Keys));

    [Fact]
    public void StandInTheSectionOfTheirNumber()
    {
        string section = "";
        foreach (string line in Lines())
        {
            section = line.StartsWith("## ", StringComparison.Ordinal) ? line : section;
            if (Row().Match(line) is { Success: true } row)
            {
                Assert.StartsWith($"## {row.Groups["code"].Value[2]}xxx", section, StringComparison.Ordinal);
                Assert.Equal(5, line.Split('|').Length);
            }
        }
    }

    private static string[] Lines() => File.ReadAllLines(RepositoryRoot.Combine("docs", "errors.md"));

    private static string[] Documented() => [.. Lines().Select(line => Row().Match(line)).Where(row => row.Success).Select(row => row.Groups["code"].Value)];

    private static Dictionary<string, string> InCode() =>
        SourceFiles
            .CSharp("src", "build")
            .Concat(Scripts())
            .SelectMany(file => Literal().Matches(file.Text).Select(match => (Code: match.Groups["code"].Value, file.Path)))
            .GroupBy(found => found.Code)
            .ToDictionary(group => group.Key, group => group.First().Path);

    private static IEnumerable<(string Path, string Text)> Scripts() =>
        new[] { "build.sh", "build.cmd" }.Select(name => (name, File.ReadAllText(RepositoryRoot.Combine(name))));

    [GeneratedRegex(@"(""|'|echo )(?<code>HF\d{4})\b")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^\| (?<code>HF\d{4}) \|")]
    private static partial Regex Row();
}
