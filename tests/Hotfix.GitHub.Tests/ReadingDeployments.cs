using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.GitHub.Deployments;
using Hotfix.GitHub.Issues;
using Hotfix.GitHub.Tests.Scripted;
using Hotfix.GitHub.Workflows;

namespace Hotfix.GitHub.Tests;

public class PayloadOfADeployment
{
    // Octokit's own model fails on all but the empty object.
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("{}", "")]
    [InlineData("null", "")]
    [InlineData("\"v1.4.2\"", "v1.4.2")]
    [InlineData("17", "17")]
    [InlineData("""{"a":{"b":[1]}}""", """{"a":{"b":[1]}}""")]
    [InlineData("""{"hotfix":{"id":1}}""", """{"hotfix":{"id":1}}""")]
    public async Task MayBeAnything(string json, string expected)
    {
        using Situation situation = new Situation()
            .On("GET deployments", ScriptedAnswer.Json($"[{Deployment(1, json)}]"))
            .On("GET deployments/1/statuses", ScriptedAnswer.Json("[]"));

        Deployment found = Assert.Single(await new DeploymentCalls(situation.Connection).ListAsync("production", sha: null, 5, CancellationToken.None));

        Assert.Equal((expected, DeploymentState.Pending, ""), (found.Payload, found.State, found.Creator));
    }

    internal static string Deployment(long id, string payload = "{}", string sha = Bodies.Head, string environment = "production") =>
        $$"""{"id":{{id}},"sha":"{{sha}}","ref":"main","task":"deploy","environment":"{{environment}}","payload":{{payload}},"creator":null,"description":null,"created_at":"2026-01-02T09:00:00Z","updated_at":"2026-01-02T09:00:00Z"}""";
}

public class StateOfADeployment
{
    [Theory]
    [InlineData("success", DeploymentState.Succeeded)]
    [InlineData("in_progress", DeploymentState.InProgress)]
    [InlineData("waiting", DeploymentState.Pending)]
    [InlineData("queued", DeploymentState.Pending)]
    [InlineData("SUCCESS", DeploymentState.Pending)]
    [InlineData("error", DeploymentState.Failed)]
    [InlineData("failure", DeploymentState.Failed)]
    [InlineData("inactive", DeploymentState.Inactive)]
    internal async Task IsThatOfTheNewestStatus(string word, DeploymentState state)
    {
        string statuses =
            $$"""[{"id":3,"state":"pending","created_at":"2026-01-02T09:00:00Z"},{"id":7,"state":"{{word}}","created_at":"2026-01-02T09:00:00Z","target_url":"https://old/log","log_url":"","description":null}]""";
        using Situation situation = new Situation()
            .On("GET deployments", ScriptedAnswer.Json($"[{PayloadOfADeployment.Deployment(1)}]"))
            .On("GET deployments/1/statuses", ScriptedAnswer.Json(statuses));

        Deployment found = Assert.Single(await new DeploymentCalls(situation.Connection).ListAsync("production", sha: null, 5, CancellationToken.None));

        Assert.Equal((state, word, "https://old/log"), (found.State, found.Status!.Detail, found.Status.LogUrl));
    }

    [Fact]
    public async Task IsToldWholeOldestFirst()
    {
        const string Statuses =
            """[{"id":9,"state":"inactive","created_at":"2026-01-03T09:00:00Z"},{"id":7,"state":"success","created_at":"2026-01-02T09:00:00Z"},{"id":3,"state":"in_progress","created_at":"2026-01-01T09:00:00Z"}]""";
        using Situation situation = new Situation().On("GET deployments/1/statuses", ScriptedAnswer.Json(Statuses));

        IReadOnlyList<DeploymentStatus> statuses = await new DeploymentCalls(situation.Connection).ListStatusesAsync(1, CancellationToken.None);

        Assert.Equal([(3L, "in_progress"), (7L, "success"), (9L, "inactive")], statuses.Select(status => (status.Id, status.Detail)));
    }

    [Fact]
    public async Task OfAnotherEnvironmentDoesNotCountThoughItIsListed()
    {
        using Situation situation = new Situation()
            .On("GET deployments", ScriptedAnswer.Json($"[{PayloadOfADeployment.Deployment(2, environment: "staging")},{PayloadOfADeployment.Deployment(1)}]"))
            .On("GET deployments/1/statuses", ScriptedAnswer.Json("""[{"id":3,"state":"success","created_at":"2026-01-02T09:00:00Z"}]"""));

        Deployment? current = await new DeploymentCalls(situation.Connection).FindCurrentAsync("production", CancellationToken.None);

        Assert.Equal(1, current!.Id);
    }
}

public class DispatchOnAServer
{
    private static readonly WorkflowDispatch Dispatch = new("release.yml", BranchName.Parse("main"), new Dictionary<string, string>(), "hotfix-0001");

    private const string Empty = """{"total_count":0,"workflow_runs":[]}""";

    [Fact]
    public async Task ThatTellsNoIdIsFoundByItsTitle()
    {
        using Situation situation = new Situation()
            .On("POST actions/workflows/release.yml/dispatches", new ScriptedAnswer(204))
            .On(
                "GET actions/workflows/release.yml/runs",
                ScriptedAnswer.Json(Empty),
                ScriptedAnswer.Json(Runs(Run(1, "release by hand"))),
                ScriptedAnswer.Json(Runs(Run(2, "release hotfix-0001"), Run(1, "release by hand")))
            );

        WorkflowRun run = await new WorkflowCalls(situation.Connection).DispatchAsync(Dispatch, CancellationToken.None);

        Assert.Equal((2, RunState.Queued, ".github/workflows/release.yml"), (run.Id, run.State, run.Path));
        Assert.Equal(1, situation.Count("POST"));
    }

    [Fact]
    public async Task ThatRefusesTheFlagIsAskedWithoutIt()
    {
        using Situation situation = new Situation()
            .On(
                "POST actions/workflows/release.yml/dispatches",
                new ScriptedAnswer(422, Bodies.Error("\\\"return_run_details\\\" is not a permitted key.")),
                new ScriptedAnswer(204)
            )
            .On("GET actions/workflows/release.yml/runs", ScriptedAnswer.Json(Empty), ScriptedAnswer.Json(Runs(Run(2, "release hotfix-0001"))));

        WorkflowRun run = await new WorkflowCalls(situation.Connection).DispatchAsync(Dispatch, CancellationToken.None);

        Assert.Equal(2, run.Id);
        Assert.Equal(
            [true, false],
            situation
                .Server.Requests.Where(request => request.Method == "POST")
                .Select(request => request.Body.Contains("return_run_details", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task WhoseRunNeverShowsIsSaidSo()
    {
        using Situation situation = new Situation()
            .On("POST actions/workflows/release.yml/dispatches", new ScriptedAnswer(204))
            .On("GET actions/workflows/release.yml/runs", ScriptedAnswer.Json(Empty));

        HotfixException lost = await Assert.ThrowsAsync<HotfixException>(() =>
            new WorkflowCalls(situation.Connection).DispatchAsync(Dispatch, CancellationToken.None)
        );

        Assert.Equal("HF3103", lost.Code);
        Assert.Equal(1, situation.Count("POST"));
    }

    [Fact]
    public async Task WithoutACorrelationInputIsTheOnlyNewRun()
    {
        string old = Runs(Run(1, "release"));
        using Situation situation = new Situation()
            .On("POST actions/workflows/release.yml/dispatches", new ScriptedAnswer(204))
            .On(
                "GET actions/workflows/release.yml/runs",
                ScriptedAnswer.Json(old),
                ScriptedAnswer.Json(old),
                ScriptedAnswer.Json(Runs(Run(2, "release"), Run(1, "release")))
            );

        WorkflowRun run = await new WorkflowCalls(situation.Connection).DispatchAsync(Dispatch with { CorrelationInput = null }, CancellationToken.None);

        Assert.Equal(2, run.Id);
    }

    private static string Runs(params string[] runs) => $$"""{"total_count":{{runs.Length}},"workflow_runs":[{{string.Join(',', runs)}}]}""";

    private static string Run(long id, string title) =>
        $$"""{"id":{{id}},"name":null,"display_title":"{{title}}","head_branch":"main","head_sha":"{{Bodies.Head}}","path":".github/workflows/release.yml@main","event":"workflow_dispatch","status":null,"conclusion":null,"html_url":"https://x/{{id}}","created_at":"2026-01-01T09:00:00Z","actor":null}""";
}

public class IssueOfAnotherShape
{
    [Fact]
    public async Task IsReadAllTheSame()
    {
        const string Issues = """
            [{"number":3,"title":"t","state":"open","html_url":"https://x/3","created_at":"2026-01-02T09:00:00Z","body":null,"user":null,"labels":["debt",{"name":"hotfix"},{"name":null}],"state_reason":"duplicate","assignees":null},
             {"number":2,"title":"a pull request","state":"open","html_url":"https://x/2","created_at":"2026-01-02T09:00:00Z","labels":[],"pull_request":{"url":"https://x"} }]
            """;
        using Situation situation = new Situation().On("GET issues", ScriptedAnswer.Json(Issues));

        Issue issue = Assert.Single(await new IssueCalls(situation.Connection).ListAsync("debt", includeClosed: true, CancellationToken.None));

        Assert.Equal((3, "", ""), (issue.Number, issue.Body, issue.Author));
        Assert.Equal(["debt", "hotfix"], issue.Labels);
    }
}

public class RepositoryWithoutIssues
{
    [Fact]
    public async Task HasNoneAndSaysSoWhenOneIsToBeOpened()
    {
        var gone = new ScriptedAnswer(410, Bodies.Error("Issues are disabled for this repo"));
        using Situation situation = new Situation().On("GET issues", gone).On("POST issues", gone);
        var issues = new IssueCalls(situation.Connection);

        IReadOnlyList<Issue> found = await issues.ListAsync("debt", includeClosed: false, CancellationToken.None);
        HotfixException refused = await Assert.ThrowsAsync<HotfixException>(() =>
            issues.CreateAsync(new NewIssue(new Marker("x"), "t", "b", ["debt"], []), CancellationToken.None)
        );

        Assert.Empty(found);
        Assert.Equal("HF3104", refused.Code);
    }
}

public class IssueForSomebodyWhoLeft
{
    [Fact]
    public async Task IsOpenedWithoutThem()
    {
        const string Opened = """
            {"number":3,"title":"t","state":"open","html_url":"https://x/3","created_at":"2026-01-02T09:00:00Z","body":null,"user":null,"labels":[],"assignees":[]}
            """;
        var invalid = new ScriptedAnswer(
            422,
            Bodies.Error("Validation Failed", """[{"value":"gone","resource":"Issue","field":"assignees","code":"invalid"}]""")
        );
        using Situation situation = new Situation().On("GET issues", ScriptedAnswer.Json("[]")).On("POST issues", invalid, new ScriptedAnswer(201, Opened));

        Issue issue = await new IssueCalls(situation.Connection).CreateAsync(
            new NewIssue(new Marker("x"), "t", "b", ["debt"], ["gone"]),
            CancellationToken.None
        );

        Assert.Equal((3, 2), (issue.Number, situation.Count("POST issues")));
    }
}
