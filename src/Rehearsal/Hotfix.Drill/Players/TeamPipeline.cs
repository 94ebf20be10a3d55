using System.Text.Json.Nodes;
using Hotfix.Drill.Output;
using Hotfix.Drill.Rehearsals;
using Hotfix.LocalGitHub;

namespace Hotfix.Drill.Players;

/// <summary>
/// GitHub Actions, with a team's own deploy workflow that is told a version. Each of its jobs that names an environment leaves a deployment there, of the
/// commit that the workflow file is at; what runs, the workflow writes into a variable.
/// </summary>
internal sealed class TeamPipeline((GitHubApi Owner, GitHubApi Reviewer) people, DrillServer server, Scene scene)
{
    private static readonly string[] ProductionJobs = ["migrate", "deploy", "smoke"];

    public required TeamDeployment Deployment { get; init; }

    /// <summary>What release tags begin with.</summary>
    public required string TagPrefix { get; init; }

    /// <summary>The folder of the machines.</summary>
    public required string Fleet { get; init; }

    /// <summary>Works until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Moment look = scene.Now();
            foreach (StartedRun run in (await server.ListRunsAsync()).Where(run => run.Workflow == Deployment.Workflow && run.Status == "queued"))
                await DeployAsync(run, cancellationToken);

            await scene.NewsAsync(look, cancellationToken);
        }
    }

    /// <summary>What earlier runs left at production: a deployment of each job's, of wherever the default branch was.</summary>
    public async Task LeaveDeploymentsAsync(string branch)
    {
        long run = await server.StartRunAsync(Deployment.Workflow, branch, "workflow_dispatch");
        await server.ReportRunAsync(run, new WorkflowRunReport("completed", "success") { Jobs = [.. ProductionJobs.Select(Succeeded)] });
    }

    private async Task DeployAsync(StartedRun run, CancellationToken cancellationToken)
    {
        string version = run.Inputs["version"];
        string sha = (await people.Owner.GetAsync($"commits/{TagPrefix}{version}", cancellationToken)).Text("sha");
        scene.Progress.Say("actions", $"{Deployment.Workflow} begins for version {version}");
        await server.ReportRunAsync(
            run.Id,
            new WorkflowRunReport("in_progress") { Jobs = [new WorkflowJobReport("staging", null) { Environment = Pipeline.Staging }] }
        );
        Players.Fleet.RollOut(Fleet, Pipeline.Staging, version, sha);
        var staged = new WorkflowJobReport("staging", "success") { Environment = Pipeline.Staging };
        await server.ReportRunAsync(run.Id, new WorkflowRunReport("waiting") { WaitsFor = [Pipeline.Production], Jobs = [staged] });
        scene.Progress.Say("actions", $"{Pipeline.Production} waits for its reviewer");
        await Approval.GiveAsync(people.Reviewer, run.Id, scene, cancellationToken);
        await server.ReportRunAsync(run.Id, new WorkflowRunReport("in_progress") { Jobs = [Succeeded("migrate")] });
        Players.Fleet.RollOut(Fleet, Pipeline.Production, version, sha);
        await people.Owner.PatchAsync($"actions/variables/{Deployment.Variable}", new JsonObject { ["value"] = version }, cancellationToken);
        await server.ReportRunAsync(run.Id, new WorkflowRunReport("completed", "success") { Jobs = [.. ProductionJobs.Select(Succeeded)] });
        scene.Progress.Say("actions", $"{Deployment.Workflow} has deployed {version}, and says so in {Deployment.Variable}");
    }

    private static WorkflowJobReport Succeeded(string job) => new(job, "success") { Environment = Pipeline.Production };
}
