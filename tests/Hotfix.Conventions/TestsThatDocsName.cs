using System.Text.RegularExpressions;
using Hotfix.Testing;

namespace Hotfix.Conventions;

/// <summary>A page that says which test shows what must name tests that are there.</summary>
public sealed partial class TestsThatDocsName
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Classes = new(ReadClasses);

    [Fact]
    public void OfSecurityAreThere()
    {
        string[] named = [.. Rows().SelectMany(row => Name().Matches(row[^1]).Select(match => match.Groups["name"].Value)).Distinct()];

        string[] missing = [.. named.Where(name => !IsThere(name))];

        Assert.True(missing.Length == 0, $"docs/security.md names tests that are not there: {string.Join(", ", missing)}");
        Assert.True(named.Length > 40, $"Only {named.Length} tests were found in the tables of docs/security.md.");
    }

    [Fact]
    public void OfSecurityStandBehindEachRow() => Assert.Empty(Rows().Where(row => !Name().IsMatch(row[^1])).Select(row => $"no test behind: {row[0]}"));

    // The tables whose last column names tests.
    private static IEnumerable<string[]> Rows()
    {
        bool isMeant = false;
        foreach (string line in File.ReadLines(RepositoryRoot.Combine("docs", "security.md")))
        {
            string[] cells = line.StartsWith('|') ? [.. line.Trim('|', ' ').Split('|').Select(cell => cell.Trim())] : [];
            isMeant = cells.Length > 0 && (isMeant || cells[^1] is "shown by" or "test");
            if (isMeant && cells[^1] is not ("shown by" or "test") && cells[^1].Trim('-').Length > 0)
                yield return cells;
        }
    }

    private static bool IsThere(string name)
    {
        string[] parts = name.Split('.');
        return Classes.Value.TryGetValue(parts[0], out string? text)
            && (parts.Length == 1 || Regex.IsMatch(text, $@"\bpublic (async )?(Task|void) {Regex.Escape(parts[1])}\("));
    }

    private static Dictionary<string, string> ReadClasses()
    {
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string _, string text) in SourceFiles.CSharp("tests"))
        {
            foreach (string name in Class().Matches(text).Select(match => match.Groups["name"].Value))
                classes[name] = classes.GetValueOrDefault(name) + text;
        }

        return classes;
    }

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z]+(\\.[A-Z][A-Za-z]+)?)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"\bclass (?<name>[A-Z]\w+)")]
    private static partial Regex Class();
}
