using System.Text.RegularExpressions;

namespace Hotfix.Conventions.House;

/// <summary>What can be counted about the floor plan; each with the names that were counted.</summary>
internal static partial class HouseFigures
{
    private static readonly Lazy<(string Path, string Code)[]> Source = new(() => [.. Code("src")]);

    /// <summary>Files with a <c>switch</c> that tells a plan's answers apart.</summary>
    public static string[] SwitchesOverPlanResult() => InBlocks(Switch(), block => ResultArm().Count(block) >= 2);

    /// <summary>Files with a <c>switch</c> over steps that does them, or with a table of what does.</summary>
    public static string[] PlacesThatDispatchSteps() =>
        [
            .. InBlocks(Switch(), block => StepArm().IsMatch(block))
                .Concat(Source.Value.Where(file => StepRow().Count(file.Code) > 1).Select(file => Name(file.Path)))
                .Distinct(),
        ];

    /// <summary>
    /// Files of the path with a loop that pauses: how a run waits for others. Asking a server until it has done what it was told is another thing.
    /// </summary>
    public static string[] WaitLoops() => InBlocks(Loop(), block => Pause().IsMatch(block), path => Path().IsMatch(path));

    /// <summary>Files that know that a run may only show its plan.</summary>
    public static string[] FilesThatKnowDryRun() => [.. Source.Value.Where(file => DryRun().IsMatch(file.Code)).Select(file => Name(file.Path))];

    /// <summary>Interfaces with one implementation, and none in the tests; not NUKE's components.</summary>
    public static string[] PortsWithoutASecondUser()
    {
        (string Path, string Code)[] tests = [.. Code("tests")];
        return
        [
            .. Source
                .Value.Where(file => !file.Path.StartsWith("src/Hotfix.Engine/", StringComparison.Ordinal))
                .SelectMany(file => Interface().Matches(file.Code).Select(match => match.Groups["name"].Value).Where(name => !IsComponent(file.Code)))
                .Where(name => Implementations(Source.Value, name) == 1 && Implementations(tests, name) == 0),
        ];
    }

    /// <summary>Steps that no planner names: dead ones, and those that are first thought of while others are applied.</summary>
    public static string[] StepsThatNoPlannerNames()
    {
        string planners = string.Concat(
            Source
                .Value.Where(file => Planning().IsMatch(file.Path) && !Name(file.Path).StartsWith("PlanStep", StringComparison.Ordinal))
                .Select(file => file.Code)
        );
        return
        [
            .. Source
                .Value.Where(file => Name(file.Path).StartsWith("PlanStep", StringComparison.Ordinal))
                .SelectMany(file => Step().Matches(file.Code).Select(match => match.Groups["name"].Value))
                .Where(name => !Regex.IsMatch(planners, $@"\bPlanStep\.{name}\b", RegexOptions.CultureInvariant)),
        ];
    }

    /// <summary>Files outside the rules that make a step: what is applied was not shown.</summary>
    public static string[] StepsBornWhileApplying() =>
        [.. Source.Value.Where(file => Applying().IsMatch(file.Path) && NewStep().IsMatch(file.Code)).Select(file => Name(file.Path))];

    /// <summary>In how many folders of <c>src</c> a feature lies, going by the names of files.</summary>
    public static int FoldersOf(string feature) =>
        Source
            .Value.Where(file => Name(file.Path).Contains(feature, StringComparison.Ordinal))
            .Select(file => System.IO.Path.GetDirectoryName(file.Path))
            .Distinct()
            .Count();

    /// <summary>The graph of one project's files.</summary>
    public static SourceGraph Graph(string project) => SourceGraph.Of(SourceFiles.CSharp($"src/{project}"));

    /// <summary>The folder of a file, next below its project.</summary>
    public static string Folder(string path) => path.Split('/') is [_, _, var folder, _, ..] ? folder : ".";

    /// <summary>Of a file, without its extension.</summary>
    public static string Name(string path) => System.IO.Path.GetFileNameWithoutExtension(path);

    private static IEnumerable<(string Path, string Code)> Code(string folder) =>
        SourceFiles.CSharp(folder).Select(file => (file.Path, SourceText.CodeOf(file.Text)));

    private static string[] InBlocks(Regex head, Func<string, bool> counts, Func<string, bool>? isMeant = null) =>
        [
            .. Source
                .Value.Where(file => isMeant?.Invoke(file.Path) ?? true)
                .Where(file => SourceText.Blocks(file.Code, head).Any(counts))
                .Select(file => Name(file.Path)),
        ];

    private static bool IsComponent(string code) => Component().IsMatch(code);

    private static int Implementations((string Path, string Code)[] files, string name)
    {
        var implementation = new Regex(
            $@"(?:class|record|struct) \w+(?:<[^>]*>)?(?:\((?:[^()]|\([^()]*\))*\))?\s*:[^{{;]*\b{name}\b",
            RegexOptions.CultureInvariant
        );
        return files.Where(file => file.Code.Contains(name, StringComparison.Ordinal)).Sum(file => implementation.Count(file.Code));
    }

    [GeneratedRegex("^src/Hotfix\\.Core/(?!Execution/)")]
    private static partial Regex Planning();

    [GeneratedRegex("^src/Hotfix\\.(?:Core/Execution|Pipeline|Git|GitHub|Components)/")]
    private static partial Regex Applying();

    [GeneratedRegex(@"\bsealed record (?<name>\w+)")]
    private static partial Regex Step();

    [GeneratedRegex(@"\bnew PlanStep\.")]
    private static partial Regex NewStep();

    [GeneratedRegex(@"\bswitch\b(?: \([^\n]*\))?\s*\{")]
    private static partial Regex Switch();

    [GeneratedRegex(@"^\s*(?:case )?PlanResult\.\w+", RegexOptions.Multiline)]
    private static partial Regex ResultArm();

    [GeneratedRegex(@"^\s*(?:case )?PlanStep\.[^\n]*?(?:=>|:)[\s\S]*?\b\w*(?:Apply\w*|Async)\(", RegexOptions.Multiline)]
    private static partial Regex StepArm();

    [GeneratedRegex(@"^\s*On<PlanStep\.\w+>\(", RegexOptions.Multiline)]
    private static partial Regex StepRow();

    [GeneratedRegex(@"\b(?:while|for|foreach) \((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)\s*\{")]
    private static partial Regex Loop();

    [GeneratedRegex(@"\b(?:PauseAsync|Task\.Delay)\(")]
    private static partial Regex Pause();

    [GeneratedRegex(@"^src/Hotfix\.(?:Components/Running|Pipeline)/")]
    private static partial Regex Path();

    [GeneratedRegex(@"\b(?:Is|is)?DryRun\b")]
    private static partial Regex DryRun();

    [GeneratedRegex(@"\binterface (?<name>I[A-Z]\w+)")]
    private static partial Regex Interface();

    [GeneratedRegex(@"interface I\w+[^{]*: [^{]*\b(?:INukeBuild|IEngineBuild|IHaz\w+)\b|\bTarget \w+ => _")]
    private static partial Regex Component();
}
