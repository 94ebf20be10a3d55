using System.Reflection;
using Hotfix.Core.Adopting;
using Hotfix.Core.Conventions;

namespace Hotfix.Components.Running.Adopting;

/// <summary>The files of the hotfix path, as they are for one repository.</summary>
internal static class AdoptionTemplates
{
    /// <summary>Where the build says which packages it refers to.</summary>
    public const string PropertiesFile = "build/Directory.Build.props";

    /// <summary>Which package comes from which source.</summary>
    public const string SourcesFile = "build/nuget.config";

    private const string Prefix = "Init/";
    private static readonly Assembly Here = typeof(AdoptionTemplates).Assembly;

    /// <summary>The workflows, which are this software's own.</summary>
    public static IReadOnlyList<string> Workflows { get; } =
        [.. Here.GetManifestResourceNames().Where(name => name.StartsWith($"{Prefix}.github/workflows/", StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal)];

    /// <summary>Every path that is written, or compared.</summary>
    public static IEnumerable<string> Paths =>
    [
        "build/_build.csproj", "build/Build.cs", "build/Directory.Build.props", SourcesFile, "build/.gitignore", "build.sh", "build.cmd",
        ".nuke/parameters.json", ".nuke/.gitignore", "GitVersion.yml", ".github/pull_request_template.md", "docs/hotfix-process.md",
        ".github/step.sh", .. Workflows,
    ];

    /// <summary>All of them, for a repository that looks like this.</summary>
    public static IEnumerable<AdoptionFile> For(AdoptionFacts facts, AdoptionSettings settings, AdoptionPackages packages)
    {
        if (ExistingBuild.FindProject(facts) is { } project)
        {
            foreach (AdoptionFile file in ExistingBuild.Extend(facts, project, packages.Version))
                yield return file;

            if (ExistingBuild.FamilyOf(facts, project).Package is not null && Sources(facts, packages, FolderOf(project) + "nuget.config") is { } sources)
                yield return sources;
        }
        else
        {
            yield return new AdoptionFile("build/_build.csproj", Text("build/_build.csproj"));
            yield return new AdoptionFile("build/Build.cs", Text("build/Build.cs"));
            yield return new AdoptionFile(PropertiesFile, Text(PropertiesFile)
                .Replace("@version@", packages.Version, StringComparison.Ordinal)
                .Replace("@source@", packages.Source, StringComparison.Ordinal));
            if (Sources(facts, packages, SourcesFile) is { } sources)
                yield return sources;

            yield return new AdoptionFile("build/.gitignore", Text("build/gitignore"));
            yield return new AdoptionFile("build.sh", Text("build.sh")) { IsExecutable = true };
            yield return new AdoptionFile("build.cmd", Text("build.cmd"));
        }

        yield return new AdoptionFile(SettingsReader.FileName, facts.Text(SettingsReader.FileName) ?? SettingsReader.Write(settings));
        yield return new AdoptionFile(".nuke/.gitignore", Text("nuke-gitignore"));
        if (!settings.Said.ContainsKey(nameof(IHazHotfix.VersionCommand)))
            yield return new AdoptionFile("GitVersion.yml", Text("GitVersion.yml")) { Instead = ["GitVersion.yaml", ".GitVersion.yml", ".GitVersion.yaml", "GitVersion.yml"] };

        yield return new AdoptionFile(".github/pull_request_template.md", Text(".github/pull_request_template.md"))
        {
            Instead = PullRequestTemplate.Find(facts.Files.Keys) is { } own ? [own] : [],
        };
        if (ExistingBuild.CanHaveTargets(facts))
        {
            yield return new AdoptionFile(".github/step.sh", Text(".github/step.sh")) { IsExecutable = true };
            bool hasGlobalJson = facts.Text("global.json") is not null;
            IReadOnlyList<string> ci = AdoptedWorkflow.CiOf(facts, Workflows);
            foreach (string workflow in Workflows)
                yield return new AdoptionFile(workflow, AdoptedWorkflow.Of(Text(workflow), settings, hasGlobalJson, ci));
        }

        yield return new AdoptionFile("docs/hotfix-process.md", ProcessPage.Render(settings));
    }

    /// <summary>The folder of the build, with a slash at its end; the one that a new build gets where there is none.</summary>
    public static string BuildFolder(AdoptionFacts facts) => ExistingBuild.FindProject(facts) is { } project ? FolderOf(project) : "build/";

    private static string FolderOf(string project) => project[..(project.LastIndexOf('/') + 1)];

    // The sources of another machine have other names: what is there, and tells ours apart, is left.
    private static AdoptionFile? Sources(AdoptionFacts facts, AdoptionPackages packages, string path)
    {
        string? present = facts.Text(path) is { } text && text.Contains("pattern=\"Hotfix.*\"", StringComparison.Ordinal) ? text : null;
        return (present ?? packages.Mapping(Text(SourcesFile))) is { } mapping ? new AdoptionFile(path, mapping) : null;
    }

    /// <summary>A template as it is, with <c>\n</c>.</summary>
    public static string Text(string name)
    {
        using Stream stream = Here.GetManifestResourceStream(Prefix + name) ?? throw new InvalidOperationException($"No template {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
