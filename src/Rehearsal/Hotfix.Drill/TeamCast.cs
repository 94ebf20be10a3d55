using System.Text.Json;
using Hotfix.Drill.Players;
using Hotfix.Drill.Rehearsals;
using Hotfix.LocalGitHub;

namespace Hotfix.Drill;

/// <summary>What a team with a deploy workflow of its own adds to a drill: that workflow, the check of titles, and what is to be seen in the end.</summary>
internal sealed class TeamCast : IDisposable
{
    private readonly DrillServer _server;
    private readonly TeamHabits _habits;
    private readonly GitHubApi _reviewer;
    private readonly GitHubApi _ci;
    private readonly TeamPipeline _pipeline;
    private readonly TitleCheck _titles;
    private readonly Fleet _fleet;
    private int _runsBefore;

    public TeamCast(DrillServer server, Scene scene, TeamHabits habits, (DrillFolder Folder, Fleet Fleet) machines)
    {
        _server = server;
        _habits = habits;
        _fleet = machines.Fleet;
        Owner = new GitHubApi(server.Address, server.FullName, server.Owner);
        _reviewer = new GitHubApi(server.Address, server.FullName, server.Reviewer);
        _ci = new GitHubApi(server.Address, server.FullName, server.Ci);
        _titles = new TitleCheck(_ci, scene);
        _pipeline = new TeamPipeline((Owner, _reviewer), server, scene)
        {
            Deployment = habits.Deployment!,
            TagPrefix = habits.TagPrefix,
            Fleet = machines.Folder.Fleet,
        };
    }

    /// <summary>REST of whoever looks after the repository's settings.</summary>
    public GitHubApi Owner { get; }

    /// <summary>Who works while the script runs.</summary>
    public IReadOnlyList<Func<CancellationToken, Task>> Players => [_pipeline.RunAsync, _titles.RunAsync];

    /// <summary>What was before the hotfix; gives the commit that production runs.</summary>
    public async Task<string> PastAsync(DrillCast cast, CancellationToken cancellationToken)
    {
        string sha = await new ProductionPast(cast, Owner).DeployByVariableAsync(_habits.Deployment!, cancellationToken);
        await _pipeline.LeaveDeploymentsAsync(cast.Rehearsal.BaseBranch);
        _runsBefore = (await RunsAsync()).Count;
        return sha;
    }

    /// <summary>Looks at what the team would look at.</summary>
    public async Task VerifyAsync(Promises promises, DrillChain chain, CancellationToken cancellationToken)
    {
        string version = chain.Tag[_habits.TagPrefix.Length..];
        string variable = _habits.Deployment!.Variable;
        string released = (await Owner.GetAsync($"commits/{chain.Tag}", cancellationToken)).Text("sha");
        string said = (await Owner.GetAsync($"actions/variables/{variable}", cancellationToken)).Text("value");
        promises.Require($"variable {variable} says {version}", said == version, said);
        foreach (string environment in new[] { Pipeline.Staging, Pipeline.Production })
        {
            string runs = _fleet.Runs(environment);
            promises.Require($"{environment} runs {chain.Tag}", runs.Contains(released, StringComparison.Ordinal), runs);
        }

        StartedRun[] started = [.. (await RunsAsync()).Skip(_runsBefore)];
        promises.Require(
            $"{_habits.Deployment.Workflow} was started once, and told version={version} and nothing else",
            started is [{ Inputs: { Count: 1 } inputs }] && inputs["version"] == version,
            string.Join("; ", started.Select(run => string.Join(", ", run.Inputs.Select(input => $"{input.Key}={input.Value}"))))
        );
        await TitleAsync(promises, chain, cancellationToken);
        await LeftAsync(promises, started, cancellationToken);
    }

    public void Dispose()
    {
        Owner.Dispose();
        _reviewer.Dispose();
        _ci.Dispose();
    }

    private async Task TitleAsync(Promises promises, DrillChain chain, CancellationToken cancellationToken)
    {
        JsonElement checks = await Owner.GetAsync($"commits/{chain.Head}/check-runs?check_name={TitleCheck.CheckName}", cancellationToken);
        string[] conclusions = [.. checks.GetProperty("check_runs").EnumerateArray().Select(check => check.Text("conclusion"))];
        promises.Require("the title passed the team's own check at once", conclusions is ["success"], string.Join(", ", conclusions));
    }

    // The team's process leaves them; nothing may be taken for production's word on what runs.
    private async Task LeftAsync(Promises promises, StartedRun[] started, CancellationToken cancellationToken)
    {
        JsonElement[] deployments =
        [
            .. (await Owner.GetAsync($"deployments?environment={Pipeline.Production}&per_page=100", cancellationToken)).EnumerateArray(),
        ];
        string[] ofTheFile = [.. started.Select(run => run.Sha)];
        promises.Require(
            "its jobs left deployments of the commit that the workflow file is at, as before",
            deployments.Length >= 2 && ofTheFile.All(sha => deployments.Any(deployment => deployment.Text("sha") == sha)),
            string.Join(", ", deployments.Select(deployment => deployment.Text("sha")))
        );
    }

    private async Task<IReadOnlyList<StartedRun>> RunsAsync() =>
        [.. (await _server.ListRunsAsync()).Where(run => run.Workflow == _habits.Deployment!.Workflow)];
}
