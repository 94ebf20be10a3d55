using Hotfix.LocalGitHub;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Workflows;

/// <summary>The <c>run:</c> steps of hotfix.yml, hotfix-resume.yml and release.yml, as they stand, in the order of their jobs, against the local GitHub.</summary>
public sealed class OurWorkflowsRun : IAsyncLifetime
{
    private HotfixLab _lab = null!;
    private WorkflowLab _workflows = null!;

    public async Task InitializeAsync()
    {
        _lab = await HotfixLab.StartAsync();
        _workflows = new WorkflowLab(_lab);

        // What GitHub lets a program dispatch is what is on the default branch.
        _lab.MoveMain(".github/workflows/release.yml", await File.ReadAllTextAsync(RepositoryRoot.Combine(".github", "workflows", "release.yml")));

        // What a team would have: steps that deploy, and a way to ask what runs.
        string environments = Path.Combine(_lab.Home, "environments");
        Directory.CreateDirectory(environments);
        _workflows.Variables["NUKE_DEPLOY_COMMAND"] = $"echo \"$HOTFIX_SHA\" > '{environments}'/\"$HOTFIX_ENVIRONMENT\"";
        _workflows.Variables["NUKE_VERIFY_COMMAND"] = $"cat '{environments}'/\"$HOTFIX_ENVIRONMENT\"";
    }

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task ToAReleasedHotfixOfTheStandardLane()
    {
        string fix = await PushFixAsync();

        WorkflowJob waiting = await DispatchAsync();
        await _lab.ReportAsync(fix);
        await _lab.ApproveAsync(1);
        IReadOnlyDictionary<string, WorkflowJob> resumed = await _workflows.RunAsync("hotfix-resume.yml", new WorkflowEvent("pull_request_review") { HeadBranch = HotfixLab.Branch });
        IReadOnlyDictionary<string, WorkflowJob> released = await RunDispatchedAsync();
        IReadOnlyDictionary<string, WorkflowJob> done = await _workflows.RunAsync("hotfix-resume.yml", new WorkflowEvent("schedule"));

        Assert.Equal("success", waiting.Result);
        Assert.Contains("::notice title=Somebody's move::", waiting.Log, StringComparison.Ordinal);
        Assert.Contains("0 of 1 approvals", waiting.Summary, StringComparison.Ordinal);
        Assert.Contains("::notice title=No token of an App or a user::", waiting.Log, StringComparison.Ordinal);
        ShouldSucceed(resumed, "find", "resume", "resume-0");
        await _lab.ShouldBeReleasedOnceAsync();
        ShouldSucceed(released, "release", "production");
        Assert.Equal(("skipped", "skipped"), (released["staging"].Result, released["forward-port"].Result));
        Assert.Equal(_lab.MainTip(), Deployed("production"));
        ShouldSucceed(done, "find", "resume-0");
        Assert.DoesNotContain("Somebody's move", done["resume-0"].Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ToAReleasedHotfixOfTheExceptionalLane()
    {
        _lab.MoveMain("src/basket.txt", "half of a feature");
        await _lab.ReportAsync(_lab.MainTip(), "failure");
        await _lab.DeployedAsync(_lab.ServerRepository.Resolve("v1.4.2^{commit}"));
        string fix = await PushFixAsync("--lane", "exceptional");

        WorkflowJob waiting = await DispatchAsync("exceptional");
        await _lab.ReportAsync(fix);
        await _lab.ApproveAsync(1);
        IReadOnlyDictionary<string, WorkflowJob> resumed = await _workflows.RunAsync("hotfix-resume.yml", new WorkflowEvent("schedule"));
        IReadOnlyDictionary<string, WorkflowJob> released = await RunDispatchedAsync();

        Assert.Equal("success", waiting.Result);
        ShouldSucceed(resumed, "find", "resume", "resume-0");
        Assert.Equal("""[{"description":"null-ref-in-checkout","lane":"exceptional"}]""", resumed["find"].Outputs["hotfixes"]);
        ShouldSucceed(released, "release", "staging", "production", "forward-port");
        string release = _lab.ServerRepository.Resolve("v1.4.3^{commit}");
        Assert.Equal(_lab.ServerRepository.Resolve("support/1.4"), release);
        Assert.Equal((release, release), (Deployed("hotfix-staging"), Deployed("production")));
        Assert.Contains("::notice title=Somebody's move::", released["forward-port"].Log, StringComparison.Ordinal);
        Assert.Equal("main", Assert.Single(await _lab.ListAsync("pulls?state=open"))!["base"]!["ref"]!.GetValue<string>());
    }

    [Fact]
    public async Task OnATagStartWithTheReleaseThatItNames()
    {
        IReadOnlyDictionary<string, WorkflowJob> jobs = await _workflows.RunAsync("release.yml", new WorkflowEvent("push") { Ref = "refs/tags/v1.4.2" });

        ShouldSucceed(jobs, "release", "production");
        Assert.Equal(("v1.4.2", "standard"), (jobs["release"].Outputs["tag"], jobs["release"].Outputs["lane"]));
        Assert.Equal(_lab.ServerRepository.Resolve("v1.4.2^{commit}"), Deployed("production"));
    }

    [Fact]
    public async Task OfAnotherPullRequestAreLeftAlone()
    {
        IReadOnlyDictionary<string, WorkflowJob> jobs = await _workflows.RunAsync("hotfix-resume.yml", new WorkflowEvent("pull_request_review") { HeadBranch = "feature/x" });

        Assert.All(jobs.Values, job => Assert.Equal("skipped", job.Result));
    }

    [Fact]
    public async Task OnScheduleWithNothingUnderWayEndAfterLooking()
    {
        IReadOnlyDictionary<string, WorkflowJob> jobs = await _workflows.RunAsync("hotfix-resume.yml", new WorkflowEvent("schedule"));

        Assert.Equal(("success", "skipped", "[]"), (jobs["find"].Result, jobs["resume"].Result, jobs["find"].Outputs["hotfixes"]));
    }

    [Fact]
    public async Task WithATagOfAnotherCommitThanAskedForDeployNothing()
    {
        var @event = new WorkflowEvent("workflow_dispatch") { Inputs = new Dictionary<string, string> { ["tag"] = "v1.4.2", ["sha"] = new string('0', 40), ["lane"] = "auto" } };

        IReadOnlyDictionary<string, WorkflowJob> jobs = await _workflows.RunAsync("release.yml", @event);

        Assert.Equal("failure", jobs["release"].Result);
        Assert.Contains("::error title=Another release::", jobs["release"].Log, StringComparison.Ordinal);
        Assert.NotEqual("success", jobs["production"].Result);
        Assert.Null(Deployed("production"));
    }

    private async Task<WorkflowJob> DispatchAsync(string lane = "auto")
    {
        var inputs = new Dictionary<string, string> { ["description"] = HotfixLab.Description, ["lane"] = lane, ["correlation-id"] = "c-1" };
        return (await _workflows.RunAsync("hotfix.yml", new WorkflowEvent("workflow_dispatch") { Inputs = inputs }))["hotfix"];
    }

    // What AwaitDeploy has dispatched, GitHub runs; the local one is told what came of it.
    private async Task<IReadOnlyDictionary<string, WorkflowJob>> RunDispatchedAsync()
    {
        StartedRun run = Assert.Single(await _lab.Server.ListRunsAsync(HotfixLab.FullName));
        Assert.Equal("v1.4.3", run.Inputs["tag"]);
        IReadOnlyDictionary<string, WorkflowJob> jobs = await _workflows.RunAsync("release.yml", new WorkflowEvent("workflow_dispatch") { Inputs = run.Inputs });
        await _lab.Server.ReportRunAsync(HotfixLab.FullName, run.Id, new WorkflowRunReport("completed", jobs["production"].Result));
        return jobs;
    }

    // What a colleague has pushed before the workflow is dispatched: the branch with the fix.
    private async Task<string> PushFixAsync(params string[] lane)
    {
        (await _lab.RunAsync(["CreateHotfixBranch", "--description", HotfixLab.Description, .. lane])).ShouldExitWith(0);
        string fix = _lab.CommitFix();
        _lab.Push(_lab.Clone, "HEAD");
        return fix;
    }

    private string? Deployed(string environment) =>
        Path.Combine(_lab.Home, "environments", environment) is var file && File.Exists(file) ? File.ReadAllText(file).Trim() : null;

    private static void ShouldSucceed(IReadOnlyDictionary<string, WorkflowJob> jobs, params string[] names) => Assert.All(
        names, name => Assert.True(jobs.GetValueOrDefault(name)?.Result == "success", $"{name}: {jobs.GetValueOrDefault(name)?.Result}\n{jobs.GetValueOrDefault(name)?.Log}"));
}
