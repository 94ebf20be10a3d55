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
            yield return Finding.Stop("HF4228", $"{broken.Path} cannot be understood: {broken.Problem}", "every run of it", "Correct it: npx github-actionlint, or the page of the file, shows where");

        DoctorExpectations expected = facts.Expected;
        foreach ((string name, IReadOnlyList<string> inputs) in new[] { (expected.HotfixWorkflow, expected.HotfixInputs), (expected.ReleaseWorkflow, expected.ReleaseInputs) })
        {
            foreach (Finding finding in OfFile(facts, files, name, inputs))
                yield return finding;
        }

        if (facts.Workflows is { Unreadable: { } why })
            yield return Finding.Unseen("which workflows are disabled", why, $"Look at {facts.Web}/actions, or give the token 'actions: read'");
    }

    private static Finding[] OfFile(DoctorFacts facts, IReadOnlyList<WorkflowTriggers> files, string name, IReadOnlyList<string> inputs)
    {
        if (files.FirstOrDefault(file => file.FileName == name) is not { } file)
            return [Finding.Warn("HF4229", $"{facts.Main} has no {name}", name == facts.Expected.HotfixWorkflow ? "hotfixes from CI; those from a laptop go on" : "deployments of a hotfix by CI, and the strategy 'dispatch'", "./build.sh Init --into . writes it")];

        if (file.Problem is not null)
            return [];

        Finding[] found = [.. Disabled(facts, name), .. Started(facts, file, inputs)];
        return found.Length > 0 ? found : [Finding.Ok($"{name} is on {facts.Main} and takes what it is started with")];
    }

    private static IEnumerable<Finding> Disabled(DoctorFacts facts, string name) =>
        facts.Workflows is { Unreadable: null, Value: { } known } && known.FirstOrDefault(file => file.FileName == name) is { IsActive: false }
            ? [Finding.Stop("HF4231", $"{name} is disabled", "every run of it: a dispatch is refused", $"gh workflow enable {name}")]
            : [];

    private static IEnumerable<Finding> Started(DoctorFacts facts, WorkflowTriggers file, IReadOnlyList<string> inputs)
    {
        if (file.Dispatch is not { } taken)
        {
            yield return Finding.Stop("HF4232", $"{file.FileName} of {facts.Main} has no trigger 'workflow_dispatch'", "starting it by hand or by a program, which only the default branch's file allows", "Add 'workflow_dispatch:' to its triggers");
            yield break;
        }

        string[] missing = [.. inputs.Where(input => taken.All(one => one.Name != input))];
        if (missing.Length > 0)
            yield return Finding.Stop("HF4233", $"{file.FileName} does not take the input{(missing.Length == 1 ? "" : "s")} {string.Join(", ", missing)}", "a dispatch that sends it is refused", "Add it to the inputs of 'workflow_dispatch'; ./build.sh Init --into . shows the difference");

        string[] extra = [.. taken.Where(one => one.MustBeSent && !inputs.Contains(one.Name)).Select(one => one.Name)];
        if (extra.Length > 0)
            yield return Finding.Stop("HF4234", $"{file.FileName} requires the input{(extra.Length == 1 ? "" : "s")} {string.Join(", ", extra)}, which nobody sends", "a dispatch without it is refused", "Give it a default, or 'required: false'");
    }
}
