using System.Text.RegularExpressions;

namespace Hotfix.Core.Adopting;

/// <summary>A NUKE build that a repository has already: it gets the package and the interface, and keeps everything else.</summary>
public static partial class ExistingBuild
{
    private static readonly string[] Targets = ["Test", "Release", "Status"];

    /// <summary>The project's path; <c>null</c> when no project refers to NUKE.</summary>
    public static string? FindProject(AdoptionFacts facts) => facts.Files
        .Where(file => file.Key.EndsWith(".csproj", StringComparison.Ordinal) && NukeReference().IsMatch(file.Value))
        .Select(file => file.Key).Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The project with the package, and the build class with the interface; the same texts where they have them already.</summary>
    public static IEnumerable<AdoptionFile> Extend(AdoptionFacts facts, string project, string version)
    {
        string text = facts.Text(project)!;
        if (!text.Contains("\"Hotfix.Components\"", StringComparison.Ordinal))
        {
            Match nuke = NukeReference().Match(text);
            string attribute = nuke.Value.Contains("Version=", StringComparison.Ordinal) ? $" Version=\"[{version}]\"" : "";
            text = text.Insert(nuke.Index, $"{nuke.Groups["indent"].Value}<PackageReference Include=\"Hotfix.Components\"{attribute} />\n");
        }

        yield return new AdoptionFile(project, text) { IsAddition = true };
        string folder = project[..(project.LastIndexOf('/') + 1)];
        if (facts.Files.Keys.Order(StringComparer.Ordinal).FirstOrDefault(path => path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal) && BuildClass().IsMatch(facts.Files[path])) is { } source)
            yield return new AdoptionFile(source, Implement(facts.Text(source)!)) { IsAddition = true };
    }

    /// <summary>What a person has to know before the build compiles; empty when nothing.</summary>
    public static IEnumerable<string> Notes(AdoptionFacts facts, string project)
    {
        if (!facts.Files[project].Contains("Version=", StringComparison.Ordinal))
            yield return $"{project} takes its versions from Directory.Packages.props: add a PackageVersion for Hotfix.Components there";

        string folder = project[..(project.LastIndexOf('/') + 1)];
        foreach (string name in Targets.Where(name => facts.Files.Any(file =>
            file.Key.StartsWith(folder, StringComparison.Ordinal) && file.Value.Contains($"Target {name} ", StringComparison.Ordinal))))
        {
            yield return $"the build has a target {name} of its own: make it 'public Target {name}', and it serves the hotfix path as well";
        }
    }

    private static string Implement(string text)
    {
        if (text.Contains("IHotfix", StringComparison.Ordinal))
            return text;

        text = BuildClass().Replace(text, "[HotfixBuild]\n${indent}${head}NukeBuild, IHotfix", 1);
        return $"using Hotfix.Components;\n{text}";
    }

    [GeneratedRegex(@"^(?<indent>[ \t]*)<PackageReference\s[^>]*Include=""Nuke\.Common""[^>]*>", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex NukeReference();

    [GeneratedRegex(@"^(?<indent>[ \t]*)(?<head>[\w \t]*class\s+\w+\s*:\s*)NukeBuild\b", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex BuildClass();
}
