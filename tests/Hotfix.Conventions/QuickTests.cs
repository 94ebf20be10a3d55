using System.Text.Json;
using System.Text.RegularExpressions;
using Hotfix.Conventions.House;
using Hotfix.Testing;

namespace Hotfix.Conventions;

/// <summary>The projects of <c>TestQuick</c>: what starts a process or a server says so, and is left out there.</summary>
public sealed partial class QuickTests
{
    [Fact]
    public void StartNothing()
    {
        IEnumerable<string> silent = SourceFiles
            .CSharp([.. Projects().Select(project => Path.GetDirectoryName(project)!)])
            .Where(file => TestMethod().IsMatch(file.Text) && Starter().IsMatch(SourceText.CodeOf(file.Text)))
            .Where(file =>
                !file.Path.Contains("/Local/", StringComparison.Ordinal) && !file.Text.Contains("[Trait(\"Starts\", \"processes\")]", StringComparison.Ordinal)
            )
            .Select(file => file.Path);

        Assert.Empty(silent);
    }

    private static string[] Projects()
    {
        using var filter = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("tests", "Quick.slnf")));
        return
        [
            .. filter.RootElement.GetProperty("solution").GetProperty("projects").EnumerateArray().Select(project => project.GetString()!.Replace('\\', '/')),
        ];
    }

    [GeneratedRegex(@"^\s*\[\w*(Fact|Theory)\b", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TestMethod();

    [GeneratedRegex(
        @"\b(TempRepository(?!\.Day)|Process\.Start|ProcessTasks|LocalGitHubServer|BuildProcess|DoctorLab|GitCommandLine)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Starter();
}
