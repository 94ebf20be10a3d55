using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hotfix.Testing;

namespace Hotfix.LocalGitHub.Tests;

public sealed class DispatchedWorkflow
{
    private const string Release = """
        name: Release
        run-name: "release ${{ inputs.ref }} ${{ inputs.correlation-id }}"
        on:
          # by hand, and by an event
          workflow_dispatch:
            inputs:
              ref:
                description: What to release
                type: string
                required: true
              sha:
                type: string
                default: ""
              correlation-id:
                type: string
          repository_dispatch:
            types: [release, retry]
        jobs: {}
        """;

    [Fact]
    public async Task IsTitledByItsRunNameAndKnowsItsInputs()
    {
        await using Lab lab = await StartAsync();
        using HttpClient http = lab.Http("dev");

        await DispatchAsync(http, new { @ref = "hotfix/x", correlation_id = "" }, HttpStatusCode.UnprocessableEntity);
        await DispatchAsync(http, new { sha = "1" }, HttpStatusCode.UnprocessableEntity);
        await DispatchAsync(http, new Dictionary<string, string> { ["ref"] = "v1", ["correlation-id"] = "abc" }, HttpStatusCode.NoContent);

        JsonNode runs = JsonNode.Parse(await http.GetStringAsync("/repos/acme/shop/actions/workflows/release.yml/runs?event=workflow_dispatch"))!;
        Assert.Equal("release v1 abc", Assert.Single(runs["workflow_runs"]!.AsArray())!["display_title"]!.GetValue<string>());
        StartedRun run = Assert.Single(await lab.Server.ListRunsAsync(Lab.Repository));
        Assert.Equal(("release.yml", "queued", "main", "v1"), (run.Workflow, run.Status, run.Branch, run.Inputs["ref"]));
    }

    [Fact]
    public async Task IsRefusedWhileItIsDisabled()
    {
        await using Lab lab = await StartAsync();
        using HttpClient http = lab.Http("dev");

        (await http.PutAsync("/repos/acme/shop/actions/workflows/release.yml/disable", null)).EnsureSuccessStatusCode();
        string disabled = await http.GetStringAsync("/repos/acme/shop/actions/workflows/release.yml");
        await DispatchAsync(http, new { @ref = "v1" }, HttpStatusCode.UnprocessableEntity);
        (await http.PutAsync("/repos/acme/shop/actions/workflows/release.yml/enable", null)).EnsureSuccessStatusCode();
        await DispatchAsync(http, new { @ref = "v1" }, HttpStatusCode.NoContent);

        Assert.Equal("disabled_manually", JsonNode.Parse(disabled)!["state"]!.GetValue<string>());
        Assert.Equal("active", JsonNode.Parse(await http.GetStringAsync("/repos/acme/shop/actions/workflows/release.yml"))!["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task AlsoStartsOnTheEventsThatItNames()
    {
        await using Lab lab = await StartAsync();

        foreach (string type in (string[])["release", "other"])
        {
            (
                await lab.Http("dev").PostAsJsonAsync("/repos/acme/shop/dispatches", new { event_type = type, client_payload = new { sha = "1" } })
            ).EnsureSuccessStatusCode();
        }

        StartedRun run = Assert.Single(await lab.Server.ListRunsAsync(Lab.Repository));
        Assert.Equal(("repository_dispatch", "1"), (run.Event, run.Inputs["sha"]));
    }

    [Fact]
    public async Task RunsOnlyTheFailedJobsAgain()
    {
        await using Lab lab = await StartAsync();
        using HttpClient http = lab.Http("dev");
        long id = await lab.Server.StartRunAsync(Lab.Repository, "release.yml", "main");
        await lab.Server.ReportRunAsync(
            Lab.Repository,
            id,
            new WorkflowRunReport("completed", "failure") { Jobs = [new WorkflowJobReport("build", "success"), new WorkflowJobReport("publish", "failure")] }
        );

        HttpResponseMessage answer = await http.PostAsync($"/repos/acme/shop/actions/runs/{id}/rerun-failed-jobs", null);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        JsonNode jobs = JsonNode.Parse(await http.GetStringAsync($"/repos/acme/shop/actions/runs/{id}/jobs"))!;
        Assert.Equal("build", Assert.Single(jobs["jobs"]!.AsArray())!["name"]!.GetValue<string>());
        Assert.Equal(("queued", 2), ((await lab.Server.ListRunsAsync(Lab.Repository))[0].Status, (await lab.Server.ListRunsAsync(Lab.Repository))[0].Attempt));
    }

    [Fact]
    public async Task IsSeenByARunnerInAnotherProcess()
    {
        await using Lab lab = await StartAsync();
        await lab.Server.StartRunAsync(Lab.Repository, "release.yml", "main");

        string seen = await lab.Http(null).GetStringAsync("/_local/repos/acme/shop/runs");

        Assert.Equal("release.yml", JsonNode.Parse(seen)![0]!["workflow"]!.GetValue<string>());
    }

    private static async Task<Lab> StartAsync()
    {
        Lab lab = await Lab.StartAsync();
        lab.Work.CommitFile(".github/workflows/release.yml", Release, "ci: release", TempRepository.Day(2));
        lab.Work.Git(["push", "--quiet", "origin", "HEAD:main"]);
        return lab;
    }

    private static async Task DispatchAsync(HttpClient http, object inputs, HttpStatusCode status)
    {
        HttpResponseMessage answer = await http.PostAsJsonAsync("/repos/acme/shop/actions/workflows/release.yml/dispatches", new { @ref = "main", inputs });
        Assert.Equal(status, answer.StatusCode);
    }
}
