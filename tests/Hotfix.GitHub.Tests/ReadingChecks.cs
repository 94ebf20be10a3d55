using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Tests.Scripted;

namespace Hotfix.GitHub.Tests;

public class CommitWithChecksOfBothKinds
{
    [Fact]
    public async Task HasTheNewestOfEachNameAppAndSuite()
    {
        const string Runs = """
            {"total_count":4,"check_runs":[
             {"id":11,"name":"build","status":"completed","conclusion":"failure","started_at":null,"completed_at":null,"html_url":"https://x/11","check_suite":{"id":5},"app":{"id":15368,"owner":{"login":"github","created_at":null} },"output":{"title":"1 error","summary":"s"} },
             {"id":12,"name":"build","status":"completed","conclusion":"success","started_at":null,"html_url":"https://x/12","check_suite":{"id":5},"app":{"id":15368},"output":{"title":null,"summary":"All\ngood"} },
             {"id":13,"name":"build","status":"queued","conclusion":null,"html_url":null,"details_url":"https://y/13","app":{"id":99},"output":{} },
             {"id":14,"name":"lint","status":"completed","conclusion":"skipped","html_url":"https://x/14","app":null}]}
            """;
        const string Statuses =
            """{"state":"failure","statuses":[{"context":"deploy/preview","state":"error","target_url":null,"description":"No quota"},{"context":"cla","state":"success","target_url":"https://z","description":null}]}""";
        using Situation situation = new Situation()
            .On($"GET commits/{Bodies.Head}/check-runs", ScriptedAnswer.Json(Runs))
            .On($"GET commits/{Bodies.Head}/status", ScriptedAnswer.Json(Statuses));

        IReadOnlyList<CheckResult> checks = await situation.Reader.Checks.ListAsync(CommitSha.Parse(Bodies.Head), CancellationToken.None);

        Assert.Equal(
            [
                new CheckResult("build", CheckKind.CheckRun, 15368, CheckState.Passed, "success", "https://x/12", 12, "All"),
                new CheckResult("build", CheckKind.CheckRun, 99, CheckState.Pending, "queued", "https://y/13", 13, ""),
                new CheckResult("lint", CheckKind.CheckRun, null, CheckState.Skipped, "skipped", "https://x/14", 14, ""),
                new CheckResult("deploy/preview", CheckKind.CommitStatus, null, CheckState.Failed, "error", "", null, "No quota"),
                new CheckResult("cla", CheckKind.CommitStatus, null, CheckState.Passed, "success", "https://z", null, ""),
            ],
            checks
        );
    }

    [Fact]
    public async Task KnowsWhenEachRan()
    {
        const string Runs = """
            {"total_count":2,"check_runs":[
             {"id":12,"name":"build","status":"completed","conclusion":"success","started_at":"2026-01-05T03:00:00Z","completed_at":"2026-01-05T04:10:30+01:00"},
             {"id":13,"name":"lint","status":"queued","conclusion":null,"started_at":null,"completed_at":null}]}
            """;
        using Situation situation = new Situation()
            .On($"GET commits/{Bodies.Head}/check-runs", ScriptedAnswer.Json(Runs))
            .On($"GET commits/{Bodies.Head}/status", ScriptedAnswer.Json("""{"statuses":[]}"""));

        IReadOnlyList<CheckResult> checks = await situation.Reader.Checks.ListAsync(CommitSha.Parse(Bodies.Head), CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(630), checks[0].CompletedAt - checks[0].StartedAt);
        Assert.Equal((null, null), (checks[1].StartedAt, checks[1].CompletedAt));
    }
}

public class NameThatTwoSuitesReport
{
    private const string Runs = """
        {"total_count":2,"check_runs":[
         {"id":11,"name":"build","status":"completed","conclusion":"failure","check_suite":{"id":5},"app":{"id":15368} },
         {"id":12,"name":"build","status":"completed","conclusion":"success","check_suite":{"id":6},"app":{"id":15368} }]}
        """;

    // The red one had the older id, was forgotten, and the pull request was merged.
    [Fact]
    public async Task CountsTwiceWhenItIsOfTwoWorkflows() =>
        Assert.Equal(
            [CheckState.Failed, CheckState.Passed],
            await StatesAsync(Behind(5, ".github/workflows/ci.yml", "pull_request"), Behind(6, ".github/workflows/docs.yml", "pull_request"))
        );

    [Fact]
    public async Task CountsTwiceWhenItIsOfTwoEvents() =>
        Assert.Equal(
            [CheckState.Failed, CheckState.Passed],
            await StatesAsync(Behind(5, ".github/workflows/ci.yml", "push"), Behind(6, ".github/workflows/ci.yml", "pull_request"))
        );

    [Fact]
    public async Task CountsOnceWhenOneWorkflowRanAgain() =>
        Assert.Equal(
            [CheckState.Passed],
            await StatesAsync(Behind(5, ".github/workflows/ci.yml", "pull_request"), Behind(6, ".github/workflows/ci.yml", "pull_request"))
        );

    [Fact]
    public async Task CountsTwiceWhenNothingIsKnownOfTheWorkflows() => Assert.Equal([CheckState.Failed, CheckState.Passed], await StatesAsync());

    [Fact]
    public async Task CountsTwiceWhenTheRunsMayNotBeRead()
    {
        using Situation situation = Reporting()
            .On("GET actions/runs", new ScriptedAnswer(403, """{"message":"Resource not accessible by personal access token"}"""));

        Assert.Equal([CheckState.Failed, CheckState.Passed], await StatesAsync(situation));
    }

    private static async Task<CheckState[]> StatesAsync(params string[] runs)
    {
        using Situation situation = Reporting()
            .On("GET actions/runs", ScriptedAnswer.Json($$"""{"total_count":{{runs.Length}},"workflow_runs":[{{string.Join(',', runs)}}]}"""));
        return await StatesAsync(situation);
    }

    private static async Task<CheckState[]> StatesAsync(Situation situation) =>
        [.. (await situation.Reader.Checks.ListAsync(CommitSha.Parse(Bodies.Head), CancellationToken.None)).Select(check => check.State)];

    private static Situation Reporting() =>
        new Situation()
            .On($"GET commits/{Bodies.Head}/check-runs", ScriptedAnswer.Json(Runs))
            .On($"GET commits/{Bodies.Head}/status", ScriptedAnswer.Json("""{"statuses":[]}"""));

    private static string Behind(long suite, string path, string @event) =>
        $$"""{"id":{{suite + 100}},"head_sha":"{{Bodies.Head}}","html_url":"https://x","created_at":"2026-01-05T03:00:00Z","path":"{{path}}","event":"{{@event}}","check_suite_id":{{suite}} }""";
}

public class WordOfACheck
{
    [Theory]
    [InlineData("queued", null, CheckState.Pending)]
    [InlineData("waiting", null, CheckState.Pending)]
    [InlineData("requested", null, CheckState.Pending)]
    [InlineData("something_new", "success", CheckState.Pending)]
    [InlineData("completed", null, CheckState.Pending)]
    [InlineData("completed", "something_new", CheckState.Pending)]
    [InlineData("completed", "SUCCESS", CheckState.Pending)]
    [InlineData("completed", "success", CheckState.Passed)]
    [InlineData("completed", "neutral", CheckState.Skipped)]
    [InlineData("completed", "timed_out", CheckState.Failed)]
    [InlineData("completed", "cancelled", CheckState.Failed)]
    [InlineData("completed", "stale", CheckState.Failed)]
    [InlineData("completed", "startup_failure", CheckState.Failed)]
    [InlineData("completed", "action_required", CheckState.ActionRequired)]
    internal async Task IsSuccessOnlyWhenItSaysSuccess(string status, string? conclusion, CheckState state)
    {
        string runs =
            $$"""{"check_runs":[{"id":1,"name":"build","status":"{{status}}","conclusion":{{(conclusion is null ? "null" : $"\"{conclusion}\"")}} }]}""";
        using Situation situation = new Situation()
            .On($"GET commits/{Bodies.Head}/check-runs", ScriptedAnswer.Json(runs))
            .On($"GET commits/{Bodies.Head}/status", ScriptedAnswer.Json("""{"statuses":[]}"""));

        IReadOnlyList<CheckResult> checks = await situation.Reader.Checks.ListAsync(CommitSha.Parse(Bodies.Head), CancellationToken.None);

        Assert.Equal(state, checks.Single().State);
    }
}

public class FailedJob
{
    private static readonly CheckResult Check = new("build", CheckKind.CheckRun, 15368, CheckState.Failed, "failure", "", 31, "1 error");

    private const string Job = """
        {"id":31,"steps":[{"name":"Set up","number":1,"conclusion":"success","started_at":"2026-01-01T09:00:00Z","completed_at":"2026-01-01T09:00:01Z"},
         {"name":"Test","number":2,"conclusion":"failure","started_at":"2026-01-01T09:00:05Z","completed_at":"2026-01-01T09:00:07Z"},
         {"name":"Clean","number":3,"conclusion":"success","started_at":"2026-01-01T09:00:09Z","completed_at":"2026-01-01T09:00:10Z"}]}
        """;

    private const string Log =
        "\uFEFF2026-01-01T09:00:00.1000000Z ##[group]Set up\n"
        + "2026-01-01T09:00:01.2000000Z ##[error]a warning of another step\n"
        + "2026-01-01T09:00:05.1000000Z ##[group]Run dotnet test\n"
        + "2026-01-01T09:00:06.1000000Z \u001b[31;1mFailed\u001b[0m Checkout.NullRef\n"
        + "2026-01-01T09:00:06.2000000Z   Expected: 1\n"
        + "2026-01-01T09:00:07.9000000Z ##[error]Process completed with exit code 1.\n"
        + "2026-01-01T09:00:07.9500000Z tidying\n"
        + "2026-01-01T09:00:09.1000000Z Post job cleanup.\n";

    [Fact]
    public async Task ShowsTheLastLinesOfTheFailedStepPlainly()
    {
        using var storage = new ScriptedServer();
        storage.On("GET /log", new ScriptedAnswer(200, Log, "text/plain"));
        using Situation situation = new Situation()
            .On("GET actions/jobs/31", ScriptedAnswer.Json(Job))
            .On("GET actions/jobs/31/logs", new ScriptedAnswer(302).With("Location", $"{storage.Address}log?sig=secret"));

        IReadOnlyList<string> lines = await situation.Reader.Failures.ReadAsync(Check, 3, CancellationToken.None);

        Assert.Equal(["Failed Checkout.NullRef", "  Expected: 1", "Error: Process completed with exit code 1."], lines);
        Assert.Null(storage.Requests.Single().Header("Authorization"));
        Assert.DoesNotContain("sig=secret", string.Join('\n', situation.Connection.Traffic.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutALogShowsWhatTheCheckSays()
    {
        using Situation situation = new Situation()
            .On("GET actions/jobs/31", ScriptedAnswer.Json(Job))
            .On("GET actions/jobs/31/logs", new ScriptedAnswer(410, Bodies.Error("Gone")))
            .On("GET check-runs/31", ScriptedAnswer.Json("""{"id":31,"name":"build","output":{"title":"t","summary":"s","text":"one\n\ntwo\nthree"} }"""));

        IReadOnlyList<string> lines = await situation.Reader.Failures.ReadAsync(Check, 2, CancellationToken.None);

        Assert.Equal(["two", "three"], lines);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task ThatCannotBeReadIsNoFailureOfOurs(int status)
    {
        using Situation situation = new Situation()
            .On("GET actions/jobs/31", new ScriptedAnswer(status, Bodies.Error("No")))
            .On("GET check-runs/31", new ScriptedAnswer(status, Bodies.Error("No")));

        IReadOnlyList<string> said = await situation.Reader.Failures.ReadAsync(Check, 3, CancellationToken.None);
        IReadOnlyList<string> nothing = await situation.Reader.Failures.ReadAsync(
            Check with
            {
                Kind = CheckKind.CommitStatus,
                Id = null,
                Summary = "",
            },
            3,
            CancellationToken.None
        );

        Assert.Equal(["1 error"], said);
        Assert.Empty(nothing);
    }

    [Fact]
    public async Task WithALogThatBreaksOffIsNoFailureOfOurs()
    {
        using Situation situation = new Situation()
            .On("GET actions/jobs/31", ScriptedAnswer.Json(Job))
            .On("GET actions/jobs/31/logs", new ScriptedAnswer(200, Log, "text/plain") { IsTruncated = true })
            .On("GET check-runs/31", new ScriptedAnswer(404, Bodies.Error("No")));

        IReadOnlyList<string> lines = await situation.Reader.Failures.ReadAsync(Check, 1, CancellationToken.None);

        Assert.Equal(["1 error"], lines);
    }
}
