namespace Hotfix.Core.Adopting;

/// <summary>A NUKE build that a repository has already: it gets the package and the interfaces, and keeps everything else.</summary>
internal static class ExistingBuild
{
    /// <summary>Names of targets of the hotfix path that a build's own would stand for, and that do their work by steps of the team's only through
    /// parameters.</summary>
    public static IReadOnlyList<string> TakenNames { get; } =
    [
        "Abandon",
        "AwaitDeploy",
        "AwaitMerge",
        "CreateHotfixBranch",
        "Deploy",
        "DescribeRelease",
        "Doctor",
        "Drill",
        "ForwardPort",
        "Hotfix",
        "Init",
        "ListOpen",
        "LocalGitHub",
        "OpenPR",
        "PostMortem",
        "Release",
        "Report",
        "Rollback",
        "Status",
        "Verify",
    ];

    /// <summary>The project's path; <c>null</c> when no project refers to NUKE, or to its fork.</summary>
    public static string? FindProject(AdoptionFacts facts) =>
        facts
            .Files.Where(file => file.Key.EndsWith(".csproj", StringComparison.Ordinal) && BuildProject.FamilyOf(file.Value) is not null)
            .Select(file => file.Key)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>What that project is built with.</summary>
    public static BuildFamily FamilyOf(AdoptionFacts facts, string project) => BuildProject.FamilyOf(facts.Text(project)!)!;

    /// <summary>Whether the repository's build has, or can get, the targets that workflows start.</summary>
    public static bool CanHaveTargets(AdoptionFacts facts) => FindProject(facts) is not { } project || FamilyOf(facts, project).Package is not null;

    /// <summary>The project with the package, and the build class with the interfaces; the same texts where they have them already. Nothing where there is no
    /// package for it.</summary>
    public static IEnumerable<AdoptionFile> Extend(AdoptionFacts facts, string project, string version)
    {
        BuildFamily family = FamilyOf(facts, project);
        if (family.Package is null)
            yield break;

        yield return new AdoptionFile(project, BuildProject.Extend(facts.Text(project)!, family, version)) { IsAddition = true };
        if (FindClass(facts, project, family) is { } source)
            yield return new AdoptionFile(source, BuildClass.Extend(facts.Text(source)!, family)) { IsAddition = true };
    }

    /// <summary>What a person has to know before the build compiles; empty when nothing.</summary>
    public static IEnumerable<string> Notes(AdoptionFacts facts, string project)
    {
        BuildFamily family = FamilyOf(facts, project);
        string? version = BuildProject.VersionOf(facts.Text(project)!);
        if (family.Package is not { } package)
        {
            yield return $"{project} is a build with {family.Name}, for which there is no package of ours yet: it is left alone, and the workflows, which start targets of the build, are left out. "
                + "The command 'hotfix' has every target, beside any build: dotnet tool install --global Hotfix.Tool";
            yield break;
        }

        if (version is null)
            yield return $"{project} takes its versions from Directory.Packages.props: add a PackageVersion for {package} there, and for {family.Prefix}.Common at least {BuildFamily.NukeVersion}";
        else if (BuildProject.IsTooOld(version))
            yield return $"{family.Prefix}.Common {version} becomes {BuildFamily.NukeVersion}, which {package} needs, on net10.0; NUKE's own notes say what its build has to change";

        string? source = FindClass(facts, project, family);
        if (source is null)
            yield return $"no class beside {project} extends {family.BaseClass} directly: add [HotfixBuild] and IHotfix, IDrill, ILocalGitHub, IInit to the one that does";
        if (source is null || BuildClass.HasOtherMain(facts.Text(source)!))
            yield return "Main is written otherwise than it usually is: return HotfixProgram.Run(() => Execute<Build>(…)) from it; without that, a bad --verbosity crashes, and --json gives no document";

        foreach (string note in NotesOfTargets(facts, Folder(project), source))
            yield return note;
    }

    private static IEnumerable<string> NotesOfTargets(AdoptionFacts facts, string folder, string? source)
    {
        string[] files =
        [
            .. facts
                .Files.Keys.Where(path => path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        if ((files.FirstOrDefault(path => Declares(facts, path, "Test")) ?? InheritsTest(facts, source)) is { } tests)
        {
            yield return $"the build's own Test stands for ours: it runs after the branch is checked out, with what it depends on, and its success is the evidence{(tests == source ? "" : $"; it has to be public ({tests})")}. "
                + "Counts come from the TRX or JUnit files that it leaves: \"TestResults\" in .nuke/parameters.json";
        }

        foreach (string name in TakenNames.Where(name => files.Any(path => Declares(facts, path, name))))
            yield return $"the build has a target {name}, which would stand for that of the hotfix path: give it another name";
    }

    // NUKE's own component, for which the class gets the line that makes it the build's.
    private static string? InheritsTest(AdoptionFacts facts, string? source) =>
        source is not null && BuildClass.Extend(facts.Text(source)!, BuildFamily.Nuke).Contains("Target Test ", StringComparison.Ordinal) ? source : null;

    private static bool Declares(AdoptionFacts facts, string path, string target) => facts.Files[path].Contains($"Target {target} ", StringComparison.Ordinal);

    private static string? FindClass(AdoptionFacts facts, string project, BuildFamily family) =>
        facts
            .Files.Keys.Order(StringComparer.Ordinal)
            .FirstOrDefault(path =>
                path.StartsWith(Folder(project), StringComparison.Ordinal)
                && path.EndsWith(".cs", StringComparison.Ordinal)
                && BuildClass.IsIn(facts.Text(path)!, family)
            );

    private static string Folder(string project) => project[..(project.LastIndexOf('/') + 1)];
}
