using System.Text.RegularExpressions;
using Hotfix.Testing;

namespace Hotfix.Conventions;

/// <summary>Core's folders are floors: a file uses its own and those above it in this list, so there is no circle.</summary>
public sealed partial class FloorsOfCore
{
    private static readonly string[] Floors =
    [
        "Versions",
        "Errors",
        "Refs",
        "Conventions",
        "Text",
        "Snapshots",
        "Plans",
        "Timeline",
        "Policies",
        "Requests",
        "Lanes",
        "Branching",
        "PullRequests",
        "Merging",
        "Releasing",
        "Deploying",
        "ForwardPorting",
        "Abandoning",
        "Adopting",
        "Telling",
        "PostMortems",
        "Doctoring",
        "Reporting",
        "Execution",
    ];

    private static string Root => RepositoryRoot.Combine("src", "Hotfix.Core");

    [Fact]
    public void AreAllFolders() =>
        Assert.Empty(
            Directory
                .EnumerateDirectories(Root)
                .Where(folder => Directory.EnumerateFiles(folder, "*.cs").Any())
                .Select(folder => Path.GetFileName(folder)!)
                .Except(Floors)
        );

    [Fact]
    public void UseOnlyThoseAbove() =>
        Assert.Empty(
            from floor in Floors
            from file in Directory.EnumerateFiles(Path.Combine(Root, floor), "*.cs")
            from Match use in Use().Matches(File.ReadAllText(file))
            let used = use.Groups["folder"].Value
            where Array.IndexOf(Floors, used) > Array.IndexOf(Floors, floor)
            select $"{floor}/{Path.GetFileName(file)} uses {used}"
        );

    [GeneratedRegex(
        @"\bHotfix\.Core\.(?<folder>[A-Za-z]+)|(?<=[(< ])(?<folder>Lanes|Plans|Telling|Releasing|Deploying|Merging)(?=\.[A-Z])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Use();
}
