using System.Text.RegularExpressions;

namespace Hotfix.Components.Testing;

/// <summary>Whether a project file is one of tests: by what it refers to or says of itself, else by its name.</summary>
internal static partial class TestProject
{
    public static bool Is(string path) =>
        Path.GetExtension(path) is ".csproj" or ".fsproj" or ".vbproj"
        && (NameOfTests().IsMatch(Path.GetFileNameWithoutExtension(path)) || Marks().IsMatch(File.ReadAllText(path)));

    [GeneratedRegex(@"(^|[._-]|[a-z])(Unit|Integration)?Tests?$", RegexOptions.CultureInvariant)]
    private static partial Regex NameOfTests();

    [GeneratedRegex(
        """Microsoft\.NET\.Test\.Sdk|MSTest\.Sdk|"(xunit(\.v3)?|NUnit|MSTest(\.TestFramework)?|TUnit)"|<(IsTestProject|IsTestingPlatformApplication)>\s*true""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Marks();
}
