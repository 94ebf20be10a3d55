using Hotfix.Core.Adopting;
using Hotfix.Core.Plans;
using Hotfix.Pipeline.Adopting;
using Serilog;

namespace Hotfix.Components.Running.Adopting;

/// <summary>One run of <c>Init --remove</c>: takes out what was written and nobody changed, and names the rest.</summary>
internal sealed class RemovalRun(IHazHotfix build, AdoptionTarget target)
{
    /// <exception cref="Core.Errors.HotfixException">HF4260 when nothing says what was written.</exception>
    public void Run()
    {
        AdoptionFacts manifestOnly = target.Read([AdoptionManifest.FileName]);
        var manifest = AdoptionManifest.Parse(manifestOnly.Text(AdoptionManifest.FileName));
        if (manifest.Hashes.Count == 0)
            throw AdoptionErrors.NothingWritten(target.Root);

        AdoptionFacts facts = target.Read([.. manifest.Hashes.Keys, AdoptionManifest.FileName]);
        RemovalPlan plan = RemovalPlan.Of(manifest, facts);
        foreach (PlanStep.RemoveFile step in plan.Steps)
            Log.Information("plan: {Step:l}", step.Describe());

        foreach (string path in plan.Changed)
            Log.Information("left: {Path:l}, which somebody has changed since it was written", path);

        if (ExistingBuild.FindProject(facts) is { } project)
            Log.Information("left: {Project:l} and its build class: take out the package Hotfix.Components and the interface IHotfix by hand", project);

        if (build.DryRun)
            return;

        new FileWriter(target).Remove(plan.Steps);
        foreach (PlanStep.RemoveFile step in plan.Steps)
            build.Run.Record.Add(new Outcome(step, "removed"));

        Log.Information(
            "{Root:l}: {Count} files removed, {Left} left. Environments, secrets and rules at GitHub are as they were",
            target.Root,
            plan.Steps.Count,
            plan.Changed.Count
        );
    }
}
