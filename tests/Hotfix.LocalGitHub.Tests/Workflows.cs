using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hotfix.Testing;
using Octokit;

namespace Hotfix.LocalGitHub.Tests;

public sealed class Workflows
{
    [Fact]
    public async Task DispatchStartsARunThatReportsItsJobsAsChecks()
    {
        await using Lab lab = await Lab.StartAsync();
        AddWorkflow(lab);
        using HttpClient http = lab.Http("dev");

        HttpResponseMessage plain = await http.PostAsJsonAsync("/repos/acme/shop/actions/workflows/release.yml/dispatches", new { @ref = "main" });
        HttpResponseMessage detailed = await http.PostAsJsonAsync(
            "/repos/acme/shop/actions/workflows/release.yml/dispatches",
            new
            {
                @ref = "main",
                inputs = new { sha = "x" },
                return_run_details = true,
            }
        );
        long id = JsonDocument.Parse(await detailed.Content.ReadAsStringAsync()).RootElement.GetProperty("workflow_run_id").GetInt64();
        await lab.Server.ReportRunAsync(
            Lab.Repository,
            id,
            new WorkflowRunReport("completed", "failure")
            {
                Jobs = [new WorkflowJobReport("publish", "failure") { Steps = [new("Build", "success"), new("Push", "failure")], Log = "no such feed\n" }],
            }
        );

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.OK), (plain.StatusCode, detailed.StatusCode));
        WorkflowRun run = await lab.Client("dev").Actions.Workflows.Runs.Get("acme", "shop", id);
        Assert.Equal(("Release", "workflow_dispatch", WorkflowRunConclusion.Failure), (run.Name, run.Event, run.Conclusion!.Value.Value));
        WorkflowJob job = Assert.Single((await lab.Client("dev").Actions.Workflows.Jobs.List("acme", "shop", id)).Jobs);
        Assert.Equal("no such feed\n", await lab.Client("dev").Actions.Workflows.Jobs.GetLogs("acme", "shop", job.Id));
        Assert.Equal("publish", Assert.Single((await lab.Client("dev").Check.Run.GetAllForReference("acme", "shop", "main")).CheckRuns).Name);
    }

    [Fact]
    public async Task OnlyThoseOnTheDefaultBranchCanBeDispatched()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.PushBranch("topic", ".github/workflows/release.yml", "on: workflow_dispatch\n");

        await Assert.ThrowsAsync<NotFoundException>(() =>
            lab.Client("dev").Actions.Workflows.CreateDispatch("acme", "shop", "release.yml", new CreateWorkflowDispatch("topic"))
        );

        Assert.Empty((await lab.Client("dev").Actions.Workflows.Runs.List("acme", "shop")).WorkflowRuns);
    }

    private static void AddWorkflow(Lab lab)
    {
        lab.Work.CommitFile(
            ".github/workflows/release.yml",
            "name: Release\non:\n  workflow_dispatch:\n    inputs:\n      sha:\n        type: string\n",
            "ci: release",
            TempRepository.Day(2)
        );
        lab.Work.Git(["push", "--quiet", "origin", "HEAD:main"]);
    }
}
