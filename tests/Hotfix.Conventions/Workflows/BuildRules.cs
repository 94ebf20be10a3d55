using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;
using static Hotfix.Conventions.Workflows.WorkflowFile;

namespace Hotfix.Conventions.Workflows;

/// <summary>What the workflows say to our own build: its targets, its parameters, and what deploys.</summary>
internal static partial class BuildRules
{
    private static readonly Lazy<string[]> Sources = new(() =>
        [.. SourceFiles.CSharp("src", "build").Where(file => !file.Path.StartsWith("src/Hotfix.Engine/", StringComparison.Ordinal)).Select(file => file.Text)]
    );
    private static readonly Lazy<HashSet<string>> Targets = new(() =>
        [.. Sources.Value.SelectMany(text => Target().Matches(text)).Select(match => match.Groups["name"].Value)]
    );
    private static readonly Lazy<HashSet<string>> Parameters = new(() =>
        [.. Sources.Value.SelectMany(text => Parameter().Matches(text)).Select(match => match.Groups["name"].Value.ToUpperInvariant())]
    );

    public static IEnumerable<Func<WorkflowFile, IEnumerable<string>>> All =>
        [TargetNames, ParameterNames, Environments, Groups, StepNames, InputsThatAreUsed, Forks];

    // A misspelt target fails at the moment when it is needed: a release, or three in the morning.
    private static IEnumerable<string> TargetNames(WorkflowFile file) =>
        file.Steps.SelectMany(TargetsOf).Where(name => !Targets.Value.Contains(name)).Select(name => $"'{name}' is no target of the build");

    // A variable that no parameter reads is silently nothing.
    private static IEnumerable<string> ParameterNames(WorkflowFile file) =>
        file
            .Steps.SelectMany(Environment)
            .Where(name =>
                name.StartsWith("NUKE_", StringComparison.Ordinal)
                && !Parameters.Value.Contains(name["NUKE_".Length..].Replace("_", "", StringComparison.Ordinal))
            )
            .Select(name => $"'{name}' is no parameter of the build");

    // The environment is where GitHub asks for approval, and the commit that is checked out is what the team's steps deploy.
    private static IEnumerable<string> Environments(WorkflowFile file)
    {
        foreach ((string name, YamlMappingNode job) in file.Jobs)
        {
            YamlMappingNode[] steps = [.. StepsOf(job)];
            if (steps.FirstOrDefault(step => TargetsOf(step).Contains("Deploy")) is not { } deploys)
                continue;

            string environment = Scalar(job, "environment");
            string target = Scalar(At(deploys, "env"), "NUKE_ENVIRONMENT");
            if (environment.Length == 0)
                yield return $"job '{name}' deploys without an environment, so that nobody is asked";
            else if (environment != target)
                yield return $"job '{name}' deploys to '{target}', and its environment is '{environment}'";

            if (!steps.Any(step => Scalar(At(step, "with"), "ref").EndsWith(".outputs.sha }}", StringComparison.Ordinal)))
                yield return $"job '{name}' deploys what is not checked out: the release's own commit";
        }
    }

    private static IEnumerable<string> Groups(WorkflowFile file)
    {
        if (
            file.Events.ContainsKey("push")
            && file.ChangesSomething
            && !Scalar(At(file.Root, "concurrency"), "group").Contains("github.ref", StringComparison.Ordinal)
        )
        {
            yield return "one group for every tag: a release would wait for another tag's approval";
        }
    }

    // GitHub reads an output of a step that is not there as nothing.
    private static IEnumerable<string> StepNames(WorkflowFile file)
    {
        foreach ((_, YamlMappingNode job) in file.Jobs)
        {
            HashSet<string> ids = [.. StepsOf(job).Select(step => Scalar(step, "id"))];
            foreach (string id in StepOutput().Matches($"{Text(job)}").Select(match => match.Groups["id"].Value).Distinct().Where(id => !ids.Contains(id)))
                yield return $"'steps.{id}' is no step of its job";
        }
    }

    private static IEnumerable<string> InputsThatAreUsed(WorkflowFile file) =>
        file.Inputs.Keys.Where(input => !Regex.IsMatch(file.Text, $@"inputs\.{Regex.Escape(input)}\b")).Select(input => $"the input '{input}' reaches no step");

    // A fork's branch may have any name, also hotfix/….
    private static IEnumerable<string> Forks(WorkflowFile file)
    {
        if (
            file.ChangesSomething
            && file.Events.Keys.Any(name => name.StartsWith("pull_request", StringComparison.Ordinal))
            && !file.Text.Contains("github.event.pull_request.head.repo.full_name == github.repository", StringComparison.Ordinal)
        )
        {
            yield return "it changes something, and does not tell a branch of this repository from a branch of a fork";
        }
    }

    private static IEnumerable<string> TargetsOf(YamlMappingNode step) =>
        Call()
            .Matches(Scalar(step, "run"))
            .SelectMany(match => match.Groups["targets"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeWhile(word => !word.StartsWith('-')));

    private static IEnumerable<string> Environment(YamlMappingNode step) => (At(step, "env") as YamlMappingNode)?.Children.Keys.Select(key => $"{key}") ?? [];

    private static string Text(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => string.Join('\n', map.Children.Select(pair => Text(pair.Value))),
            YamlSequenceNode list => string.Join('\n', list.Children.Select(Text)),
            _ => $"{node}",
        };

    [GeneratedRegex(@"\bTarget (?<name>[A-Z]\w*) =>")]
    private static partial Regex Target();

    [GeneratedRegex(@"\[Parameter\([^\n]*\n\s+(public )?[\w\[\]?]+ (?<name>[A-Z]\w*)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"(build|step)\.sh(?<targets>( [\w-]+)*)")]
    private static partial Regex Call();

    [GeneratedRegex(@"\bsteps\.(?<id>[\w-]+)\.")]
    private static partial Regex StepOutput();
}
