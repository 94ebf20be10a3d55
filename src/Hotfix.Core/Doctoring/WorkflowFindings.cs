using Hotfix.Core.Policies;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;

namespace Hotfix.Core.Doctoring;

/// <summary>Whether the workflows are where they can be started, and take what they are started with.</summary>
internal static class WorkflowFindings
{
    public static IEnumerable<Finding> Of(DoctorFacts facts)
    {
        if (facts.OnMain is not { } reading)
            yield break;

        if (reading is not { Unreadable: null, Value: { } files })
        {
            yield return Finding.Unseen($"the workflow files of {facts.Main}", reading.Unreadable ?? "no answer", $"Fetch it: git fetch origin {facts.Main}");
            yield break;
        }

        foreach (WorkflowTriggers broken in files.Where(file => file.Problem is not null))
        {
            yield return Finding.Stop(
                "HF4228",
                $"{broken.Path} cannot be understood: {broken.Problem}",
                "every run of it",
                "Correct it: npx github-actionlint, or the page of the file, shows where"
            );
        }

        foreach (Finding finding in facts.Expected.Workflows.SelectMany(expected => OfFile(facts, files, expected)))
            yield return finding;

        if (facts.Workflows is { Unreadable: { } why })
            yield return Finding.Unseen("which workflows are disabled", why, $"Look at {facts.Web}/actions, or give the token 'actions: read'");
    }

    private static Finding[] OfFile(DoctorFacts facts, IReadOnlyList<WorkflowTriggers> files, ExpectedWorkflow expected)
    {
        string name = expected.File;
        if (files.FirstOrDefault(file => file.FileName == name) is not { } file)
        {
            return
            [
                new Finding(
                    expected.IsNeeded ? FindingSeverity.Stop : FindingSeverity.Warn,
                    "HF4229",
                    $"{facts.Main} has no {name}{(NearName.Of(name, files.Select(one => one.FileName)) is { } near ? $"; {near} is there" : "")}",
                    expected.For,
                    "./build.sh Init --into . writes hotfix.yml and release.yml; another has to be named: --deploy-workflow, --release-workflow"
                ),
            ];
        }

        if (file.Problem is not null)
            return [];

        Finding[] found = [.. Disabled(facts, name), .. Started(facts, file, expected)];
        return found.Length > 0 ? found : [Finding.Ok($"{name} is on {facts.Main} and takes what it is started with")];
    }

    private static IEnumerable<Finding> Disabled(DoctorFacts facts, string name) =>
        facts.Workflows is { Unreadable: null, Value: { } known } && known.FirstOrDefault(file => file.FileName == name) is { IsActive: false }
            ? [Finding.Stop("HF4231", $"{name} is disabled", "every run of it: a dispatch is refused", $"gh workflow enable {name}")]
            : [];

    private static IEnumerable<Finding> Started(DoctorFacts facts, WorkflowTriggers file, ExpectedWorkflow expected)
    {
        // A file of the team's may share the name of ours, and a hotfix can do without what is not needed.
        FindingSeverity severity = expected.IsNeeded ? FindingSeverity.Stop : FindingSeverity.Warn;
        if (file.Dispatch is not { } taken)
        {
            yield return new Finding(
                severity,
                "HF4232",
                $"{file.FileName} of {facts.Main} has no trigger 'workflow_dispatch'",
                "starting it by hand or by a program, which only the default branch's file allows",
                "Add 'workflow_dispatch:' to its triggers"
            );
            yield break;
        }

        string[] missing = [.. expected.Inputs.Where(input => taken.All(one => one.Name != input))];
        if (missing.Length > 0)
        {
            string near = NearName.Of(missing[0], taken.Select(one => one.Name)) is { } name ? $"; {name} is there" : "";
            yield return new Finding(
                severity,
                "HF4233",
                $"{file.FileName} does not take the input{(missing.Length == 1 ? "" : "s")} {string.Join(", ", missing)}{near}",
                "a dispatch that sends it is refused",
                Remedy(expected, taken, "Add it to the inputs of 'workflow_dispatch'; ./build.sh Init --into . shows the difference")
            );
        }

        string[] extra = [.. taken.Where(one => one.MustBeSent).Select(one => one.Name).Except(expected.Inputs.Append(StartedWorkflow.Correlation))];
        if (extra.Length > 0)
        {
            yield return new Finding(
                severity,
                "HF4234",
                $"{file.FileName} requires the input{(extra.Length == 1 ? "" : "s")} {string.Join(", ", extra)}, which nobody sends",
                "a dispatch without it is refused",
                Remedy(expected, taken, "Give it a default, or 'required: false'")
            );
        }

        if (expected.Parameter is not null && missing.Length + extra.Length == 0 && taken.All(one => one.Name != StartedWorkflow.Correlation))
        {
            yield return Finding.Warn(
                "HF4247",
                $"{file.FileName} takes no {StartedWorkflow.Correlation}",
                "another machine does not know its run for the hotfix's, and goes by what it deployed alone",
                $"Add the input {StartedWorkflow.Correlation}, not required, and show it: run-name: \"{Path.GetFileNameWithoutExtension(file.FileName)} ${{{{ inputs.{StartedWorkflow.Correlation} }}}}\""
            );
        }
    }

    private static string Remedy(ExpectedWorkflow expected, IReadOnlyList<WorkflowInput> taken, string ours) =>
        expected.Parameter is not { } parameter
            ? ours
            : $"Say what it is told: {WorkflowInputs.Example(parameter, taken.DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.MustBeSent))}";
}
