using Hotfix.Components.Output;
using Hotfix.Core.Adopting;
using Hotfix.Core.Plans;
using Hotfix.Pipeline.Adopting;
using Hotfix.Pipeline.Running;
using Hotfix.Pipeline.Runs;
using Serilog;
using Spectre.Console;

namespace Hotfix.Components.Running.Adopting;

/// <summary>One run of <c>Init</c>: looks, plans, shows, asks, writes.</summary>
/// <param name="build">For its settings, and whether somebody can be asked.</param>
/// <param name="asked">What was asked for.</param>
internal sealed class InitRun(IHazHotfix build, InitRequest asked)
{
    private const string CredentialsEnvironment = "hotfix";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        AdoptionTarget target = await AdoptionTarget.OpenAsync(asked.Into ?? HotfixProcess.Place?.Root, cancellationToken);
        if (asked.Remove)
        {
            new RemovalRun(build, target).Run();
            return;
        }

        var adoption = new Adoption(build, asked, target);
        await adoption.LookAsync(cancellationToken);
        AdoptionPlan plan = asked.Update ? OfPresent(adoption.Plan()) : adoption.Plan();
        Show(plan, adoption);

        List<PlanStep.WriteFile> steps = [.. plan.New, .. plan.Updated];
        List<string> left = [];
        foreach (PlanStep.WriteFile step in plan.Differing)
        {
            if (asked.Force || Agrees(step))
                steps.Add(step);
            else
                left.Add(step.Path);
        }

        if (!build.DryRun)
        {
            new FileWriter(target).Write([.. steps, .. adoption.Manifest(steps)]);
            foreach (PlanStep.WriteFile step in steps)
                build.Run.Record.Add(new Outcome(step, step.ExpectedText is null ? "new" : "replaced"));
        }

        await EnsureEnvironmentsAsync(target, adoption.Settings, cancellationToken);
        Conclude(target, plan, left, adoption.Choices);
    }

    // An update brings no file back that somebody took away.
    private static AdoptionPlan OfPresent(AdoptionPlan plan) => plan with { New = [] };

    private static void Show(AdoptionPlan plan, Adoption adoption)
    {
        foreach (string line in AdoptionTable.Lines(adoption.Table()))
            Log.Information("{Line:l}", line);

        foreach (string path in plan.Found)
            Log.Information("found: {Path:l}", path);

        foreach (PlanStep.WriteFile step in plan.New)
            Log.Information("plan: {Step:l}", step.Describe());

        foreach (PlanStep.WriteFile step in plan.Updated)
        {
            Log.Information(
                "plan: {Step:l}, which nobody changed since it was written, or which was asked for (- as it is, + as it will be):",
                step.Describe()
            );
            ShowDifference(step);
        }

        foreach (PlanStep.WriteFile step in plan.Differing)
        {
            Log.Warning("{Path:l} is there, and differs (- as it is, + as it would be):", step.Path);
            ShowDifference(step);
        }

        foreach (string note in adoption.Notes())
            Log.Information("note: {Note:l}", note);
    }

    private static void ShowDifference(PlanStep.WriteFile step)
    {
        foreach (string line in TextDifference.Between(step.ExpectedText!, step.Text))
            Log.Information("  {Line:l}", line);
    }

    // Only a person can agree: at a terminal, and not within a CI job.
    private bool Agrees(PlanStep.WriteFile step) =>
        !build.DryRun
        && build.IsLocalBuild
        && !build.Json
        && HotfixProcess.Terminal is not null
        && WaitingTable.CanBeDrawn
        && HotfixProcess.TakesInput
        && new ConfirmationPrompt(Markup.Escape($"Overwrite {step.Path}?")) { DefaultValue = false }.Show(AnsiConsole.Console);

    private async Task EnsureEnvironmentsAsync(AdoptionTarget target, AdoptionSettings settings, CancellationToken cancellationToken)
    {
        string[] deployed = settings.DeploysNothing ? [] : [settings.StagingEnvironment, settings.ProductionEnvironment];
        string[] names = [.. deployed, CredentialsEnvironment];
        Log.Information(
            "note: the credentials of the workflows (HOTFIX_APP_PRIVATE_KEY or HOTFIX_TOKEN, HOTFIX_NOTIFY) belong into the environment {Name:l}, "
                + "with the default branch as its only deployment branch: then nobody who edits a workflow on another branch can read them. "
                + "Where the plan has no environment secrets "
                + "(a private repository on GitHub Free) they can only be the repository's, and everybody who may push can",
            CredentialsEnvironment
        );
        if (!asked.CreateEnvironments)
        {
            Log.Information(
                "note: the workflows use the environments {Names:l}: --create-environments makes them, or Settings > Environments",
                string.Join(" and ", names)
            );
            return;
        }

        // In the repository that gets the path, whose own settings are only just being written.
        RunContext here = build.Run.Context;
        using var there = new RunContext(
            here.Request,
            here.Settings with
            {
                Directory = target.Root,
                Settle = (_, request, _) => Task.FromResult(request),
            },
            here.Record
        );
        await new TargetRun(there).ExecuteAsync(new EnvironmentsDefinition(there, new EnvironmentFacts(names, CredentialsEnvironment)), cancellationToken);
        if (settings.DeploysNothing)
            return;

        Log.Information(
            "note: who may let a deployment to {Name:l} through is set at Settings > Environments > {Name:l}: nobody is asked until somebody is named",
            settings.ProductionEnvironment
        );
    }

    private void Conclude(AdoptionTarget target, AdoptionPlan plan, List<string> left, AdoptionChoices choices)
    {
        if (left.Count > 0)
        {
            Log.Warning("{Refusal:l}", AdoptionErrors.Differs(left).ToString());
            if (!build.DryRun)
                build.ExitCode = HotfixRun.SomebodysMove;
        }
        else if (plan.IsDone)
        {
            Log.Information("{Root:l} has the hotfix path already; nothing was changed", target.Root);
        }
        else if (!build.DryRun)
        {
            Log.Information(
                "{Root:l} has the hotfix path. Next: read docs/hotfix-process.md there, rehearse with '{Command:l} Drill', then commit",
                target.Root,
                choices.Command
            );
        }
    }
}
