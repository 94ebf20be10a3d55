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

    // Time comes from TimeProvider, an exit code is returned, and only entry points own the console. NUKE's conditions are synchronous.
    [Theory]
    [InlineData(@"\bDateTime\.(Now|UtcNow|Today)\b", "")]
    [InlineData(@"\bDateTimeOffset\.(Now|UtcNow)\b", "")]
    [InlineData(@"\bEnvironment\.Exit\(", "")]
    [InlineData(@"\bThread\.Sleep\((?!Timeout\.Infinite)", "")]
    [InlineData(@"\bTask\.Wait(All|Any)\(|\.GetAwaiter\(\)\.GetResult\(\)", @"^src/Hotfix\.(Engine|Components)/|Program\.cs$")]
    [InlineData(@"(Task|Async\([^;{}]*\))\.Result\b", "")]
    [InlineData(@"\bTask\.Delay\((?![^;]*(?i:time|timeProvider|clock)\b)", "")]
    [InlineData(@"(?<![.\w])Console\.", @"^src/Hotfix\.Engine/|Program\.cs$")]
    public void DoNotUse(string banned, string exempt)
    {
        var pattern = new Regex(banned, RegexOptions.CultureInvariant);

        IEnumerable<string> wrong = SourceFiles.CSharp("src")
            .Where(file => exempt.Length == 0 || !Regex.IsMatch(file.Path, exempt))
            .SelectMany(file => SourceFiles.WithoutComments(file.Text).Split('\n')
                .Select((line, index) => (line, number: index + 1))
                .Where(it => pattern.IsMatch(it.line))
                .Select(it => $"{file.Path}:{it.number}: {it.line.Trim()}"));

        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"^public (?:(?:static|sealed|abstract|partial|readonly|ref|unsafe) )*(?:class|interface|enum|delegate \S+|struct|record(?: struct| class)?) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
