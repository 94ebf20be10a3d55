using System.Reflection;
using Hotfix.Core.Adopting;
using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Versions;

namespace Hotfix.Components.Running.Adopting;

/// <summary>The files of the hotfix path, as they are for one repository.</summary>
internal static class AdoptionTemplates
{
    /// <summary>The one that a team's own release workflow replaces.</summary>
    public const string ReleaseWorkflow = ".github/workflows/release.yml";

    private const string Prefix = "Init/";
    private static readonly Assembly Here = typeof(AdoptionTemplates).Assembly;

    /// <summary>The workflows, which are this software's own.</summary>
    public static IReadOnlyList<string> Workflows { get; } =
    [
        .. Here.GetManifestResourceNames()
            .Where(name => name.StartsWith($"{Prefix}.github/workflows/", StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Every path that is written, or compared.</summary>
    public static IEnumerable<string> Paths(string buildFolder) =>
        [
            .. BuildFiles.Select(file => $"{buildFolder}/{file}"),
            $"{buildFolder}/run.sh",
            $"{buildFolder}/run.cmd",
            "build.sh",
            "build.cmd",
            SettingsReader.FileName,
            AdoptionManifest.FileName,
            ".nuke/.gitignore",
            GitVersionFile.Usual,
            ".github/pull_request_template.md",
            "docs/hotfix-process.md",
            ".github/step.sh",
            AdoptedTool.ActionFile,
            .. Workflows,
        ];

    private static readonly string[] BuildFiles =
    [
        "_build.csproj",
        "Build.cs",
        "Directory.Build.props",
        "Directory.Build.rsp",
        "nuget.config",
        ".editorconfig",
        ".gitignore",
    ];

    /// <summary>All of them, for a repository that looks like this.</summary>
    /// <param name="facts">Its files.</param>
    /// <param name="found">What they tell.</param>
    /// <param name="choices">How it gets the targets.</param>
    /// <param name="parameters">Its parameters file, as it is to be, and what that says.</param>
    /// <param name="packages">Those that a build refers to.</param>
    public static IEnumerable<AdoptionFile> For(
        AdoptionFacts facts,
        AdoptionFindings found,
        AdoptionChoices choices,
        (string Text, AdoptionSettings Settings) parameters,
        AdoptionPackages packages
    )
    {
        AdoptionSettings settings = parameters.Settings;
        foreach (
            AdoptionFile file in choices.Way switch
            {
                AdoptionWay.Component => Component(facts, ExistingBuild.FindProject(facts)!, packages),
                AdoptionWay.Project => Project(facts, choices, packages),
                _ => [],
            }
        )
        {
            yield return file;
        }

        yield return new AdoptionFile(SettingsReader.FileName, parameters.Text) { IsAsked = true };
        yield return new AdoptionFile(".nuke/.gitignore", Text("nuke-gitignore"));
        if (!settings.Said.ContainsKey(nameof(IHazHotfix.VersionCommand)))
            yield return new AdoptionFile(GitVersionFile.Usual, Text(GitVersionFile.Usual)) { Instead = GitVersionFile.Names };

        yield return new AdoptionFile(".github/pull_request_template.md", OwnCommand.In(Text(".github/pull_request_template.md"), choices.Command))
        {
            Instead = PullRequestTemplate.Find(facts.Files.Keys) is { } own ? [own] : [],
        };
        if (choices.Way == AdoptionWay.Tool || ExistingBuild.CanHaveTargets(facts))
        {
            yield return new AdoptionFile(".github/step.sh", AdoptedTool.Step(Text(".github/step.sh"), choices)) { IsExecutable = true };
            var ours = new AdoptedWorkflow(settings, facts.Text("global.json") is not null, AdoptedWorkflow.CiOf(facts, Workflows))
            {
                HasOurRelease = found.Release is null,
            };
            yield return new AdoptionFile(AdoptedTool.ActionFile, AdoptedTool.Workflow(ours.Of(Text(AdoptedTool.ActionFile)), choices));
            foreach (string workflow in Workflows.Where(workflow => workflow != ReleaseWorkflow || found.Release is null))
            {
                yield return new AdoptionFile(workflow, AdoptedTool.Workflow(ours.Of(Text(workflow)), choices))
                {
                    Mark = workflow == ReleaseWorkflow ? AdoptedTool.Mark : null,
                };
            }
        }

        yield return new AdoptionFile("docs/hotfix-process.md", ProcessPage.Render(settings, choices.Command));
    }

    private static IEnumerable<AdoptionFile> Component(AdoptionFacts facts, string project, AdoptionPackages packages)
    {
        foreach (AdoptionFile file in ExistingBuild.Extend(facts, project, packages.Version))
            yield return file;

        if (ExistingBuild.FamilyOf(facts, project).Package is not null && Sources(facts, packages, FolderOf(project) + "nuget.config") is { } sources)
            yield return sources;
    }

    private static IEnumerable<AdoptionFile> Project(AdoptionFacts facts, AdoptionChoices choices, AdoptionPackages packages)
    {
        string folder = choices.BuildFolder;
        yield return new AdoptionFile($"{folder}/_build.csproj", Text("build/_build.csproj"));
        yield return new AdoptionFile($"{folder}/Build.cs", Text("build/Build.cs")) { IsTeams = true };
        yield return new AdoptionFile(
            $"{folder}/Directory.Build.props",
            Text("build/Directory.Build.props")
                .Replace("@version@", packages.Version, StringComparison.Ordinal)
                .Replace("@source@", packages.Source, StringComparison.Ordinal)
        );

        // What the repository tells every compiler and analyzer ends here.
        yield return new AdoptionFile($"{folder}/.editorconfig", "root = true\n");
        yield return new AdoptionFile($"{folder}/Directory.Build.rsp", "# The repository's own switches for MSBuild end here.\n");

        // The sources of another machine have other names: what is there, and tells ours apart, is left.
        string? present = facts.Text($"{folder}/nuget.config") is { } text && text.Contains("pattern=\"Hotfix.*\"", StringComparison.Ordinal) ? text : null;
        bool isMapped = AdoptionFindings.Shared(facts).Contains(AdoptionFindings.Mapping);
        if ((present ?? packages.Mapping(Text("build/nuget.config")) ?? (isMapped ? packages.OpenMapping() : null)) is { } mapping)
            yield return new AdoptionFile($"{folder}/nuget.config", mapping);

        yield return new AdoptionFile($"{folder}/.gitignore", Text("build/gitignore"));
        yield return new AdoptionFile(choices.Script[2..], Shell(choices)) { IsExecutable = true };
        yield return new AdoptionFile(choices.OwnsScript ? "build.cmd" : $"{folder}/run.cmd", Batch(choices));
    }

    private static string Shell(AdoptionChoices choices)
    {
        string text = Text("build.sh")
            .Replace("$root/build/", $"$root/{choices.BuildFolder}/", StringComparison.Ordinal)
            .Replace("\"$root/build\"", $"\"$root/{choices.BuildFolder}\"", StringComparison.Ordinal)
            .Replace(
                "build/nuget.config (HotfixPackageSource in build/",
                $"{choices.BuildFolder}/nuget.config (HotfixPackageSource in {choices.BuildFolder}/",
                StringComparison.Ordinal
            );
        return choices.OwnsScript
            ? text
            : text.Replace("\")\" && pwd -P)", "\")/..\" && pwd -P)", StringComparison.Ordinal)
                .Replace("unset HOST\n", $"unset HOST\nexport {OwnCommand.Variable}={choices.Script}\n", StringComparison.Ordinal);
    }

    private static string Batch(AdoptionChoices choices)
    {
        string text = Text("build.cmd")
            .Replace("%ROOT%build\\", $"%ROOT%{choices.BuildFolder}\\", StringComparison.Ordinal)
            .Replace(" build\\", $" {choices.BuildFolder}\\", StringComparison.Ordinal);
        return choices.OwnsScript ? text : text.Replace("ROOT=%~dp0\"", "ROOT=%~dp0..\\\"", StringComparison.Ordinal);
    }

    /// <summary>The folder of the build, with a slash at its end; the one that a new build gets where there is none.</summary>
    public static string BuildFolder(AdoptionFacts facts) => ExistingBuild.FindProject(facts) is { } project ? FolderOf(project) : "build/";

    private static string FolderOf(string project) => project[..(project.LastIndexOf('/') + 1)];

    // The sources of another machine have other names: what is there, and tells ours apart, is left.
    private static AdoptionFile? Sources(AdoptionFacts facts, AdoptionPackages packages, string path)
    {
        string? present = facts.Text(path) is { } text && text.Contains("pattern=\"Hotfix.*\"", StringComparison.Ordinal) ? text : null;
        return (present ?? packages.Mapping(Text("build/nuget.config"))) is { } mapping ? new AdoptionFile(path, mapping) : null;
    }

    /// <summary>A template as it is, with <c>\n</c>.</summary>
    public static string Text(string name)
    {
        using Stream stream = Here.GetManifestResourceStream(Prefix + name) ?? throw new InvalidOperationException($"No template {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
