using Hotfix.LocalGitHub;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Workflows;

/// <summary>
/// The <c>run:</c> steps of hotfix.yml, hotfix-signal.yml, hotfix-resume.yml, release.yml and forward-port.yml, as they stand, in the order of their jobs,
/// against the local GitHub.
/// </summary>
public sealed class OurWorkflowsRun : IAsyncLifetime
{
    private HotfixLab _lab = null!;
    private WorkflowLab _workflows = null!;

    public async Task InitializeAsync()
    {
        _lab = await HotfixLab.StartAsync();
        _workflows = new WorkflowLab(_lab);

        // What GitHub lets a program dispatch is what is on the default branch.
        foreach (string file in new[] { "release.yml", "forward-port.yml" })
            _lab.MoveMain($".github/workflows/{file}", await File.ReadAllTextAsync(RepositoryRoot.Combine(".github", "workflows", file)));

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
        await _lab.LetThroughAsync(fix);
        IReadOnlyDictionary<string, WorkflowJob> resumed = await _workflows.RunAsync(
            "hotfix-resume.yml",
            new WorkflowEvent("workflow_run") { HeadBranch = HotfixLab.Branch }
        );
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
        await _lab.LetThroughAsync(fix);
        IReadOnlyDictionary<string, WorkflowJob> resumed = await _workflows.RunAsync("hotfix-resume.yml", new WorkflowEvent("schedule"));
        IReadOnlyDictionary<string, WorkflowJob> released = await RunDispatchedAsync();

        Assert.Equal("success", waiting.Result);
        ShouldSucceed(resumed, "find", "resume", "resume-0");
        Assert.Equal("""[{"description":"null-ref-in-checkout","lane":"exceptional","sha":""}]""", resumed["find"].Outputs["hotfixes"]);
        ShouldSucceed(released, "release", "staging", "production", "forward-port");
        Assert.Single(await _lab.Server.ListRunsAsync(HotfixLab.FullName), run => run.Workflow == "forward-port.yml");
        IReadOnlyDictionary<string, WorkflowJob> ported = await _workflows.RunAsync("forward-port.yml", new WorkflowEvent("workflow_dispatch"));
        string release = _lab.ServerRepository.Resolve("v1.4.3^{commit}");
        Assert.Equal(_lab.ServerRepository.Resolve("support/1.4"), release);
        Assert.Equal((release, release), (Deployed("hotfix-staging"), Deployed("production")));
        Assert.Contains("::notice title=Somebody's move::", ported["forward-port"].Log, StringComparison.Ordinal);
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
        IReadOnlyDictionary<string, WorkflowJob> signals = await _workflows.RunAsync(
            "hotfix-signal.yml",
            new WorkflowEvent("pull_request_review") { HeadBranch = "feature/x" }
        );
        IReadOnlyDictionary<string, WorkflowJob> jobs = await _workflows.RunAsync(
            "hotfix-resume.yml",
            new WorkflowEvent("workflow_run") { HeadBranch = "feature/x" }
        );

        Assert.All(signals.Values.Concat(jobs.Values), job => Assert.Equal("skipped", job.Result));
    }

    /// <summary>What is on the branch is built and run where no secret is, and its result is for that very commit.</summary>
    [Fact]
    public async Task TestAFixThatIsGivenAsACommitInAJobWithoutASecret()
    {
        string fix = _lab.CommitFix();
        _lab.Push(_lab.Clone, "HEAD:refs/heads/somebody/fix");
        var inputs = new Dictionary<string, string>
        {
            ["description"] = HotfixLab.Description,
            ["lane"] = "standard",
            ["fix"] = fix,
        };

        IReadOnlyDictionary<string, WorkflowJob> jobs = await _workflows.RunAsync("hotfix.yml", new WorkflowEvent("workflow_dispatch") { Inputs = inputs });

        ShouldSucceed(jobs, "branch", "test", "test-0", "hotfix");
        string head = _lab.ServerRepository.Resolve(HotfixLab.Branch);
        string body = Assert.Single(await _lab.ListAsync("pulls?state=open"))!["body"]!.GetValue<string>();
        Assert.Contains($"<!-- hotfix:evidence commit={head} ", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithACommitThatCameAfterTheTestsStopBeforeAnythingIsPushed()
    {
        await PushFixAsync();
        Assert.Equal("success", (await DispatchAsync()).Result);
        _lab.Clone.Write("src/checkout.txt", "fixed otherwise").Commit("Fix it otherwise", TempRepository.Day(21));
        _lab.Push(_lab.Clone, "HEAD");
        string file = Path.Combine(_lab.Home, "evidence.json");
        await File.WriteAllTextAsync(
            file,
            $$"""{"schema":"hotfix-test-evidence/1","commit":"{{new string('1', 40)}}","passed":3,"failed":0,"skipped":0,"seconds":1}"""
        );

        RunResult other = await _lab.RunAsync("OpenPR", "--description", HotfixLab.Description, "--test-evidence", file);
        RunResult none = await _lab.RunAsync("OpenPR", "--description", HotfixLab.Description, "--test-evidence", file + ".missing");

        Assert.Contains("HF4450", other.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("HF4451", none.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("dotnet test", other.Output + none.Output, StringComparison.Ordinal);
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
        var @event = new WorkflowEvent("workflow_dispatch")
        {
            Inputs = new Dictionary<string, string>
            {
                ["tag"] = "v1.4.2",
                ["sha"] = new string('0', 40),
                ["lane"] = "auto",
            },
        };

        IReadOnlyDictionary<string, WorkflowJob> jobs = await _workflows.RunAsync("release.yml", @event);

        Assert.Equal("failure", jobs["release"].Result);
        Assert.Contains("::error title=Another release::", jobs["release"].Log, StringComparison.Ordinal);
        Assert.NotEqual("success", jobs["production"].Result);
        Assert.Null(Deployed("production"));
    }

    private async Task<WorkflowJob> DispatchAsync(string lane = "auto")
    {
        var inputs = new Dictionary<string, string>
        {
            ["description"] = HotfixLab.Description,
            ["lane"] = lane,
            ["correlation-id"] = "c-1",
        };
        return (await _workflows.RunAsync("hotfix.yml", new WorkflowEvent("workflow_dispatch") { Inputs = inputs }))["hotfix"];
    }

    // What AwaitDeploy has dispatched, GitHub runs; the local one is told what came of it.
    private async Task<IReadOnlyDictionary<string, WorkflowJob>> RunDispatchedAsync()
    {
        StartedRun run = Assert.Single(await _lab.Server.ListRunsAsync(HotfixLab.FullName));
        Assert.Equal("v1.4.3", run.Inputs["tag"]);
        IReadOnlyDictionary<string, WorkflowJob> jobs = await _workflows.RunAsync(
            "release.yml",
            new WorkflowEvent("workflow_dispatch") { Inputs = run.Inputs }
        );
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

    private static void ShouldSucceed(IReadOnlyDictionary<string, WorkflowJob> jobs, params string[] names) =>
        Assert.All(names, name =>
            Assert.True(
                jobs.GetValueOrDefault(name)?.Result == "success",
                $"{name}: {jobs.GetValueOrDefault(name)?.Result}\n{jobs.GetValueOrDefault(name)?.Log}"
            )
        );
}
