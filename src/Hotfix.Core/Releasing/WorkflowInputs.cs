using Hotfix.Core.Errors;
using Hotfix.Core.Policies;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Releasing;

/// <summary>Compares what a workflow of the team's would be told with what its file takes, before anything is written or started.</summary>
internal static class WorkflowInputs
{
    /// <summary>Of every workflow that the run would start; those that were not looked at are left to GitHub.</summary>
    public static IEnumerable<Refusal> Refusals(HotfixRequest request, Snapshot snapshot) =>
        request.Starts.SelectMany(started => Refusals(started, snapshot.Workflows.FirstOrDefault(file => file.File == started.File)));

    /// <summary>Of one of them.</summary>
    /// <param name="started">What it would be told.</param>
    /// <param name="taken">What its file says; <c>null</c> when that is not known.</param>
    public static IEnumerable<Refusal> Refusals(StartedWorkflow started, DispatchInputs? taken)
    {
        if (taken is null)
            yield break;

        if (taken.Inputs is not { } inputs)
        {
            yield return NotStartable(started, taken);
            yield break;
        }

        string[] missing = [.. started.Inputs.Keys.Where(name => !inputs.ContainsKey(name))];
        if (missing.Length > 0)
            yield return NotTaken(started, missing, inputs);

        string[] demanded = [.. inputs.Where(input => input.Value).Select(input => input.Key).Except(started.Inputs.Keys.Append(StartedWorkflow.Correlation))];
        if (demanded.Length > 0 && missing.Length == 0)
            yield return Demanded(started, demanded, inputs);
    }

    /// <summary>The input that takes the correlation id; <c>null</c> of a file that has none.</summary>
    public static string? CorrelationOf(DispatchInputs? taken) =>
        taken?.Inputs is { } inputs && !inputs.ContainsKey(StartedWorkflow.Correlation) ? null : StartedWorkflow.Correlation;

    private static Refusal NotStartable(StartedWorkflow started, DispatchInputs taken) =>
        Refusal.Unchanged(
            "HF4165",
            fact: $"{started.File} cannot be started",
            why: taken.Instead is { } files
                ? $"The default branch has no {started.File}; its workflows are {string.Join(", ", files.DefaultIfEmpty("none"))}."
                : "Its file on the default branch has no trigger 'workflow_dispatch'.",
            next: NearName.Of(started.File, taken.Instead ?? []) is { } near
                ? $"{near} may be meant: name that ({Naming(started)})."
                : $"Name the workflow that can be ({Naming(started)}), or add 'workflow_dispatch:' to its triggers."
        );

    private static string Naming(StartedWorkflow started) => started.Parameter.Replace("-inputs", "-workflow", StringComparison.Ordinal);

    private static Refusal NotTaken(StartedWorkflow started, string[] missing, IReadOnlyDictionary<string, bool> inputs) =>
        Refusal.Unchanged(
            "HF4166",
            fact: $"{started.File} does not take the input{(missing.Length == 1 ? "" : "s")} {string.Join(", ", missing)}",
            why: $"Its file on the default branch takes {string.Join(", ", inputs.Keys.DefaultIfEmpty("none"))}, and GitHub refuses any other.",
            next: $"{(NearName.Of(missing[0], inputs.Keys) is { } near ? $"{near} may be meant. " : "")}Say what it is told: {Example(started.Parameter, inputs)}"
        );

    private static Refusal Demanded(StartedWorkflow started, string[] demanded, IReadOnlyDictionary<string, bool> inputs) =>
        Refusal.Unchanged(
            "HF4167",
            fact: $"{started.File} demands the input{(demanded.Length == 1 ? "" : "s")} {string.Join(", ", demanded)}, which nobody fills in",
            why: "GitHub refuses to start it without.",
            next: $"Say what it is told: {Example(started.Parameter, inputs)}; or give the input a default."
        );

    /// <summary>Something is to be filled in that is not known.</summary>
    internal static Refusal NoVersion(StartedWorkflow started) =>
        new(
            "HF4168",
            What: $"{started.File} is told a version, and none is known; it was not started.",
            Why: $"{started.Parameter} has {{version}} or {{tag}}, and no version was calculated or confirmed.",
            Next: "Say which: --version 1.4.3"
        );

    /// <summary>What would fit, as it is typed.</summary>
    internal static string Example(string parameter, IReadOnlyDictionary<string, bool> inputs)
    {
        string[] known = [.. StartedWorkflow.Usual(inputs.Keys).Select(input => $"{input.Key}={input.Value}")];
        string[] other = [.. StartedWorkflow.Unusual(inputs).Select(name => $"{name}=…")];
        return known.Length + other.Length == 0 ? $"{parameter} \"name=value\"" : $"{parameter} \"{string.Join(',', known.Concat(other))}\"";
    }
}
