using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;
using static Hotfix.Conventions.Workflows.WorkflowFile;

namespace Hotfix.Conventions.Workflows;

/// <summary>
/// Our own rules, about which GitHub's parser and actionlint say nothing. They hold for every file of the folder, also for one that is added later.
/// </summary>
internal static partial class WorkflowRules
{
    private static readonly Func<WorkflowFile, IEnumerable<string>>[] All =
    [
        Pins,
        TopPermissions,
        JobPermissions,
        Expressions,
        Timeouts,
        Concurrency,
        Checkouts,
        Triggers,
        Inputs,
        Correlation,
        .. BuildRules.All,
        .. SecretRules.All,
    ];

    public static IReadOnlyList<string> Findings(WorkflowFile file) => [.. All.SelectMany(rule => rule(file)).Select(finding => $"{file.Name}: {finding}")];

    // A tag can be moved to other code; the comment is what people, and update tools, read. A commit with one wrong letter looks just as good to both.
    private static IEnumerable<string> Pins(WorkflowFile file) => PinsOf(file.Text);

    /// <summary>Of a workflow, or of an action of ours.</summary>
    public static IEnumerable<string> PinsOf(string text)
    {
        foreach (string line in text.Split('\n').Where(line => Uses().IsMatch(line) && !Local().IsMatch(line)))
        {
            if (!Pinned().IsMatch(line))
                yield return $"not pinned by commit with its version as a comment: {line.Trim()}";
            else if (!ActionPins.Uses.Contains(line[(line.IndexOf("uses:", StringComparison.Ordinal) + 5)..].Trim()))
                yield return $"not in the list of pins, .github/action-pins.tsv: {line.Trim()}";
        }
    }

    private static IEnumerable<string> TopPermissions(WorkflowFile file)
    {
        if (At(file.Root, "permissions") is null)
            yield return "no permissions at the top, so that every job would get the repository's default";

        foreach ((string scope, string access) in Permissions(file.Root).Where(permission => permission is not { Key: "contents", Value: "read" }))
            yield return $"permission '{scope}: {access}' for every job; only the job that needs it may have it";
    }

    private static IEnumerable<string> JobPermissions(WorkflowFile file)
    {
        foreach ((string name, YamlMappingNode job) in file.Jobs)
        {
            bool checksOut = (At(job, "steps") as YamlSequenceNode)?.Children.OfType<YamlMappingNode>().Any(IsCheckout) == true;
            if (checksOut && At(job, "permissions") is null && Permissions(file.Root).Count == 0 && At(file.Root, "permissions") is not null)
                yield return $"job '{name}' has no permissions, and the top gives it none: it could not even check out";

            foreach ((string scope, string access) in Permissions(job).Where(permission => permission.Value == "write"))
            {
                if (scope.EndsWith("-all", StringComparison.Ordinal))
                    yield return $"job '{name}' has '{scope}'; name what it needs";
                else if (RunsPullRequests(file))
                    yield return $"job '{name}' has '{scope}: {access}' and runs code of pull requests";
            }
        }
    }

    // On these events a checkout brings the pull request's own files, unless it names the branch that was reviewed.
    private static bool RunsPullRequests(WorkflowFile file) =>
        file.Events.Keys.Any(name => name.StartsWith("pull_request", StringComparison.Ordinal))
        && file.Steps.Any(step => IsCheckout(step) && Scalar(At(step, "with"), "ref") is not ("main" or "${{ github.event.repository.default_branch }}"));

    private static bool IsCheckout(YamlMappingNode step) => Scalar(step, "uses").StartsWith("actions/checkout@", StringComparison.Ordinal);

    // Whoever may set an input would else write shell code; an environment variable is only data.
    private static IEnumerable<string> Expressions(WorkflowFile file) =>
        file
            .Steps.SelectMany(step => new[] { Scalar(step, "run"), Scalar(At(step, "with"), "script") })
            .Where(script => script.Contains("${{", StringComparison.Ordinal))
            .Select(script =>
                $"an expression inside a script; pass it through env: {script.Split('\n').First(line => line.Contains("${{", StringComparison.Ordinal)).Trim()}"
            );

    private static IEnumerable<string> Timeouts(WorkflowFile file) =>
        file
            .Jobs.Where(job =>
                At(job.Value, "uses") is null && !(int.TryParse(Scalar(job.Value, "timeout-minutes"), out int minutes) && minutes is > 0 and <= 360)
            )
            .Select(job => $"job '{job.Key}' has no timeout-minutes from 1 to 360");

    // A group of the whole workflow, or of each job that does the work.
    private static IEnumerable<string> Concurrency(WorkflowFile file)
    {
        YamlNode? ofAll = At(file.Root, "concurrency");
        YamlNode?[] groups = ofAll is not null ? [ofAll] : [.. file.Jobs.Values.Where(Changes).Select(job => At(job, "concurrency")).DefaultIfEmpty(null)];
        if (groups.Any(group => Scalar(group, "group").Length == 0))
            yield return "no concurrency group";

        if (!file.ChangesSomething)
            yield break;

        // Without it a newer run replaces the one that waits, and a release is dropped without a word.
        if (groups.Any(group => Scalar(group, "queue") != "max"))
            yield return "it changes something, and its concurrency has no 'queue: max'";

        if (groups.Any(group => Scalar(group, "cancel-in-progress") is not ("" or "false")))
            yield return "it changes something, and would be cancelled in progress";
    }

    private static IEnumerable<string> Checkouts(WorkflowFile file) =>
        file
            .Steps.Where(step => IsCheckout(step) && Scalar(At(step, "with"), "persist-credentials") != "false")
            .Select(_ => "a checkout leaves its token in the clone: persist-credentials is not false");

    private static IEnumerable<string> Triggers(WorkflowFile file)
    {
        if (file.Events.ContainsKey("pull_request_target"))
            yield return "pull_request_target runs with the base's rights on somebody else's change";

        if (file.Name == "hotfix.yml" && file.Events.Keys.Any(name => name != "workflow_dispatch"))
            yield return "a hotfix is started by hand and by nothing else";

        if (
            file.ChangesSomething
            && file.Events.TryGetValue("push", out YamlMappingNode? push)
            && (At(push, "tags") is null || At(push, "branches") is not null)
        )
        {
            yield return "it changes something, and runs on pushes to branches";
        }

        if (file.Events.GetValueOrDefault("pull_request") is { } pull && (At(pull, "paths") is not null || At(pull, "paths-ignore") is not null))
            yield return "a path filter on pull_request leaves a required check waiting for ever";
    }

    private static IEnumerable<string> Inputs(WorkflowFile file) =>
        file
            .Inputs.Where(input => Scalar(input.Value, "type").Length == 0 || Scalar(input.Value, "description").Length == 0)
            .Select(input => $"input '{input.Key}' lacks its type or its description");

    // Where the API does not answer a dispatch with the run's id, the run is found again by this word in its title.
    private static IEnumerable<string> Correlation(WorkflowFile file)
    {
        if (!file.ChangesSomething || !file.Events.ContainsKey("workflow_dispatch"))
            yield break;

        if (!file.Inputs.ContainsKey("correlation-id") || !Scalar(file.Root, "run-name").Contains("inputs.correlation-id", StringComparison.Ordinal))
            yield return "it can be dispatched, and its run-name does not show the input correlation-id";
    }

    [GeneratedRegex(@"^\s*(- )?uses:\s")]
    private static partial Regex Uses();

    [GeneratedRegex(@"uses:\s+\./")]
    private static partial Regex Local();

    [GeneratedRegex(@"uses:\s+[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();
}
