using System.Text.Json;
using Hotfix.Drill.Output;
using Hotfix.Drill.Processes;
using Hotfix.Drill.Rehearsals;
using Hotfix.LocalGitHub;

namespace Hotfix.Drill.Players;

/// <summary>
/// GitHub Actions, with the team's release workflow: a new tag goes to staging, waits at production's gate until the reviewer lets it through, and goes
/// to production. Each step is the target that the workflow would run, as a process with the variables that Actions sets.
/// </summary>
internal sealed class Pipeline(GitHubApi api, GitHubApi reviewer, DrillServer server, Scene scene)
{
    public const string Staging = "hotfix-staging";
    public const string Production = "production";
    private const string WorkflowFile = "release.yml";

    /// <summary>Makes the process for one run of the workflow, by the variables that Actions adds.</summary>
    public required Func<IReadOnlyDictionary<string, string>, TargetProcess> Targets { get; init; }

    public required Fleet Fleet { get; init; }

    public required DrillFolder Folder { get; init; }

    /// <summary>The team's own deploy command.</summary>
    public required string DeployCommand { get; init; }

    public required IRehearsal Rehearsal { get; init; }

    /// <summary>Works until it is cancelled: at most one new release comes.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Moment look = scene.Now();
        while (!await IsReleasedAsync(cancellationToken))
        {
            await scene.NewsAsync(look, cancellationToken);
            look = scene.Now();
        }

        await ReleaseAsync(Rehearsal.ExpectedTag!, cancellationToken);
        await Task.Delay(Timeout.InfiniteTimeSpan, scene.Clock, cancellationToken);
    }

    private async Task<bool> IsReleasedAsync(CancellationToken cancellationToken)
    {
        JsonElement releases = await api.GetAsync("releases?per_page=100", cancellationToken);
        return releases.EnumerateArray().Any(release => release.Text("tag_name") == Rehearsal.ExpectedTag && !release.GetProperty("draft").GetBoolean());
    }

    private async Task ReleaseAsync(string tag, CancellationToken cancellationToken)
    {
        long run = await server.StartRunAsync(WorkflowFile, tag);
        scene.Progress.Say("actions", $"{WorkflowFile} begins for {tag}");
        await server.ReportRunAsync(run, new WorkflowRunReport("in_progress") { Jobs = [new WorkflowJobReport("staging", null)] });
        await DeployAsync(run, Staging, cancellationToken);
        await server.ReportRunAsync(
            run,
            new WorkflowRunReport("waiting")
            {
                WaitsFor = [Production],
                Jobs = [new WorkflowJobReport("staging", "success"), new WorkflowJobReport("production", null) { Status = "waiting" }],
            }
        );
        scene.Progress.Say("actions", $"{Production} waits for its reviewer");
        await Approval.GiveAsync(reviewer, run, scene, cancellationToken);
        await server.ReportRunAsync(
            run,
            new WorkflowRunReport("in_progress") { Jobs = [new WorkflowJobReport("production", null) { Environment = Production }] }
        );
        await DeployAsync(run, Production, cancellationToken);
        await server.ReportRunAsync(
            run,
            new WorkflowRunReport("completed", "success") { Jobs = [new WorkflowJobReport("production", "success") { Environment = Production }] }
        );
    }

    private async Task DeployAsync(long run, string environment, CancellationToken cancellationToken)
    {
        TargetProcess targets = Targets(
            new Dictionary<string, string>
            {
                ["GITHUB_ACTIONS"] = "true",
                ["CI"] = "true",
                ["GITHUB_RUN_ID"] = $"{run}",
                ["GITHUB_SERVER_URL"] = server.Address.AbsoluteUri.TrimEnd('/'),
                ["GITHUB_REPOSITORY"] = server.FullName,
                ["GITHUB_EVENT_NAME"] = "push",
                ["GITHUB_REF"] = $"refs/tags/{Rehearsal.ExpectedTag}",
            }
        );
        ChildResult result = await targets.RunAsync(
            [
                "Deploy",
                "Verify",
                "--environment",
                environment,
                "--tag",
                Rehearsal.ExpectedTag!,
                "--deploy-command",
                DeployCommand,
                "--verify-url",
                Fleet.HealthOf(environment),
            ],
            Rehearsal.Patience,
            Folder.Log($"actions-{environment}"),
            cancellationToken
        );
        if (result.ExitCode != 0)
            throw DrillFailure.ProcessEnded($"actions, {environment}", result, "0");
    }
}
