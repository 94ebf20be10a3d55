using Hotfix.Components.Output;
using Hotfix.Core.Adopting;
using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
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
        AdoptionFacts facts = target.Read(AdoptionTemplates.Paths);
        AdoptionPackages packages = AdoptionPackages.Find(asked, target.Absolute(AdoptionTemplates.BuildFolder(facts)), facts.Text(AdoptionTemplates.PropertiesFile));
        packages = packages with { Others = await PackageSources.ListAsync(target.Root, cancellationToken) };
        AdoptionSettings settings = SettingsReader.Read(build, facts.Text(SettingsReader.FileName));
        var names = new TeamNames(target.Root);
        settings = settings with { Conventions = settings.Conventions with { Tags = settings.Conventions.Tags ?? await names.FindTagsAsync(settings.Conventions, cancellationToken) } };
        AdoptionPlan plan = AdoptionPlanner.Plan(AdoptionTemplates.For(facts, settings, packages), facts);
        Show(plan, facts, settings.Conventions);
        if (settings.Conventions.Title is null && await names.FindTitleAsync(cancellationToken) is { } title)
            Log.Information("note: pull requests will be titled '{Title:l}', as history, workflows or release configuration here have it (Title in {File:l} says otherwise)", title.ToString(), SettingsReader.FileName);

        List<PlanStep.WriteFile> steps = [.. plan.New];
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
            new FileWriter(target).Write(steps);
            foreach (PlanStep.WriteFile step in steps)
                build.Run.Record.Add(new Outcome(step, step.ExpectedText is null ? "new" : "replaced"));
        }

        await EnsureEnvironmentsAsync(target, settings, cancellationToken);
        Conclude(target, plan, left);
    }

    private static void Show(AdoptionPlan plan, AdoptionFacts facts, HotfixConventions conventions)
    {
        foreach (string path in plan.Found)
            Log.Information("found: {Path:l}", path);

        foreach (PlanStep.WriteFile step in plan.New)
            Log.Information("plan: {Step:l}", step.Describe());

        foreach (PlanStep.WriteFile step in plan.Differing)
        {
            Log.Warning("{Path:l} is there, and differs (- as it is, + as it would be):", step.Path);
            foreach (string line in TextDifference.Between(step.ExpectedText!, step.Text))
                Log.Information("  {Line:l}", line);
        }

        if (ExistingBuild.FindProject(facts) is { } project)
        {
            if (ExistingBuild.FamilyOf(facts, project) is { Package: not null } family)
                Log.Information("note: {Project:l} is a {Family:l} build: it gets the package, its class the interfaces, and Main the program around it", project, family.Name);

            foreach (string note in ExistingBuild.Notes(facts, project))
                Log.Information("note: {Note:l}", note);
        }

        foreach (string line in WorkflowAdvice.Of(facts, AdoptionTemplates.Text(".github/workflows/release.yml"), conventions))
            Log.Information("note: {Line:l}", line);

        foreach (string path in facts.Files.Keys.Where(path => !path.Contains('/', StringComparison.Ordinal) && path.EndsWith(".csproj", StringComparison.Ordinal)))
            Log.Information("note: {Path:l} lies in the root folder and would compile build/Build.cs, too: add <Compile Remove=\"build/**\" /> to it", path);
    }

    // Only a person can agree: at a terminal, and not within a CI job.
    private bool Agrees(PlanStep.WriteFile step) =>
        !build.DryRun && build.IsLocalBuild && !build.Json && HotfixProcess.Terminal is not null && WaitingTable.CanBeDrawn && HotfixProcess.TakesInput
        && new ConfirmationPrompt(Markup.Escape($"Overwrite {step.Path}?")) { DefaultValue = false }.Show(AnsiConsole.Console);

    private async Task EnsureEnvironmentsAsync(AdoptionTarget target, AdoptionSettings settings, CancellationToken cancellationToken)
    {
        string[] names = [settings.StagingEnvironment, settings.ProductionEnvironment, CredentialsEnvironment];
        Log.Information(
            "note: the credentials of the workflows (HOTFIX_APP_PRIVATE_KEY or HOTFIX_TOKEN, HOTFIX_NOTIFY) belong into the environment {Name:l}, "
            + "with the default branch as its only deployment branch: then nobody who edits a workflow on another branch can read them. "
            + "Where the plan has no environment secrets "
            + "(a private repository on GitHub Free) they can only be the repository's, and everybody who may push can",
            CredentialsEnvironment);
        if (!asked.CreateEnvironments)
        {
            Log.Information("note: the workflows deploy to the environments {Names:l}: --create-environments makes them, or Settings > Environments", string.Join(" and ", names));
            return;
        }

        // In the repository that gets the path, whose own settings are only just being written.
        RunContext here = build.Run.Context;
        using var there = new RunContext(here.Request, here.Settings with { Directory = target.Root, Settle = (_, request, _) => Task.FromResult(request) }, here.Record);
        await new TargetRun(there).ExecuteAsync(new EnvironmentsDefinition(there, new EnvironmentFacts(names, CredentialsEnvironment)), cancellationToken);
        Log.Information("note: who may let a deployment to {Name:l} through is set at Settings > Environments > {Name:l}: nobody is asked until somebody is named", settings.ProductionEnvironment);
    }

    private void Conclude(AdoptionTarget target, AdoptionPlan plan, List<string> left)
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
            Log.Information("{Root:l} has the hotfix path. Next: read docs/hotfix-process.md there, rehearse with '{Command:l} Drill', then commit", target.Root, OwnCommand.Name);
        }
    }
}
