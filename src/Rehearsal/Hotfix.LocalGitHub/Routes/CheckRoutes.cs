using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Check runs and the suites that hold them. On GitHub only an app may report one; here anybody who may push.</summary>
internal static class CheckRoutes
{
    private static readonly string[] Conclusions = ["action_required", "cancelled", "failure", "neutral", "success", "skipped", "stale", "timed_out"];

    public static void Map(RouteTable routes) =>
        routes
            .Post("/repos/{owner}/{repo}/check-runs", CreateAsync)
            .Get("/repos/{owner}/{repo}/check-runs/{check_run_id}", request => AnswerAsync(request, Find(request)))
            .Get("/repos/{owner}/{repo}/check-runs/{check_run_id}/annotations", NoAnnotationsAsync)
            .Patch("/repos/{owner}/{repo}/check-runs/{check_run_id}", UpdateAsync)
            .Get("/repos/{owner}/{repo}/commits/{ref*}/check-runs", ListAsync)
            .Get("/repos/{owner}/{repo}/commits/{ref*}/check-suites", SuitesAsync);

    private static CheckRun Find(ApiRequest request)
    {
        long id = request.Number("check_run_id");
        return request.Repository.CheckRuns.FirstOrDefault(run => run.Id == id) ?? throw ApiFailure.NotFound();
    }

    private static Task<ApiResponse> AnswerAsync(ApiRequest request, CheckRun run, int status = 200) =>
        Task.FromResult(ApiResponse.Json(CheckJson.Of(run, Viewpoint.Of(request)), status));

    // Nobody annotates here; the run must be there all the same.
    private static Task<ApiResponse> NoAnnotationsAsync(ApiRequest request)
    {
        _ = Find(request);
        return Task.FromResult(ApiResponse.Json(new JsonArray()));
    }

    private static async Task<ApiResponse> CreateAsync(ApiRequest request)
    {
        request.Require(Role.Write);
        string sha = request.RequiredText("CheckRun", "head_sha");
        if (await request.Repository.Git.ResolveCommitAsync(sha, request.Cancellation) != sha)
            throw ApiFailure.With(422, "No commit found for SHA: " + sha);

        CheckSuite suite = await SuiteAsync(request.Repository, sha, request.Cancellation);
        var run = new CheckRun(request.Hub.NextId(), sha, suite)
        {
            Name = request.RequiredText("CheckRun", "name"),
            StartedAt = request.Time("started_at") ?? request.Now,
        };
        Apply(request, run);
        if (!request.LosesCheck)
            request.Repository.CheckRuns.Add(run);

        return await AnswerAsync(request, run, 201);
    }

    /// <summary>The suite of a commit that belongs to no workflow run; made when it is the first that reports there.</summary>
    public static async Task<CheckSuite> SuiteAsync(HostedRepository repository, string sha, CancellationToken cancellationToken)
    {
        CheckSuite? known = repository.CheckSuites.FirstOrDefault(suite => suite.HeadSha == sha && repository.Workflows.Runs.All(run => run.Suite != suite));
        if (known is not null)
            return known;

        IReadOnlyDictionary<string, GitRef> refs = await repository.Git.RefsAsync(cancellationToken);
        GitRef? branch = refs.Values.FirstOrDefault(candidate => candidate.Sha == sha && candidate.Name.StartsWith(GitRef.Heads, StringComparison.Ordinal));
        var suite = new CheckSuite(repository.Hub.NextId(), sha, branch?.ShortName, CheckJson.ActionsAppId, repository.Hub.Now);
        repository.CheckSuites.Add(suite);
        return suite;
    }

    private static Task<ApiResponse> UpdateAsync(ApiRequest request)
    {
        request.Require(Role.Write);
        CheckRun run = Find(request);
        run.Name = request.Text("name") ?? run.Name;
        run.StartedAt = request.Time("started_at") ?? run.StartedAt;
        Apply(request, run);
        return AnswerAsync(request, run);
    }

    private static void Apply(ApiRequest request, CheckRun run)
    {
        run.Conclusion = request.Text("conclusion") ?? run.Conclusion;
        if (run.Conclusion is { } conclusion && !Conclusions.Contains(conclusion))
            throw ApiFailure.Invalid("CheckRun", "invalid", "conclusion");

        // A conclusion completes the run, whatever the status says.
        run.Status = run.Conclusion is null ? request.Text("status") ?? run.Status : "completed";
        if (run.Status == "completed" && run.Conclusion is null)
            throw ApiFailure.Invalid("CheckRun", "missing_field", "conclusion");

        run.CompletedAt = run.Status == "completed" ? request.Time("completed_at") ?? run.CompletedAt ?? request.Now : null;
        run.ExternalId = request.Text("external_id") ?? run.ExternalId;
        run.DetailsUrl = request.Text("details_url") ?? run.DetailsUrl;
        run.Title = request.Node("output")?["title"]?.GetValue<string>() ?? run.Title;
        run.Summary = request.Node("output")?["summary"]?.GetValue<string>() ?? run.Summary;
        run.Text = request.Node("output")?["text"]?.GetValue<string>() ?? run.Text;
    }

    private static async Task<ApiResponse> ListAsync(ApiRequest request)
    {
        string sha = await ResolveAsync(request);
        IEnumerable<CheckRun> runs = request.Repository.CheckRuns.Where(run => run.HeadSha == sha);
        if (request.Query("filter") != "all")
            runs = runs.GroupBy(run => (run.Name, run.Suite)).Select(group => group.MaxBy(run => run.Id)!);

        if (request.Query("check_name") is { } name)
            runs = runs.Where(run => run.Name == name);

        if (request.Query("status") is { } status)
            runs = runs.Where(run => run.Status == status);

        var view = Viewpoint.Of(request);
        return await Paging.CountedAsync(request, "check_runs", [.. runs.OrderByDescending(run => run.Id)], run => Task.FromResult(CheckJson.Of(run, view)));
    }

    private static async Task<ApiResponse> SuitesAsync(ApiRequest request)
    {
        string sha = await ResolveAsync(request);
        var view = Viewpoint.Of(request);
        GitCommit commit = await request.Repository.Git.CommitAsync(sha, request.Cancellation);
        CheckSuite[] suites = [.. request.Repository.CheckSuites.Where(suite => suite.HeadSha == sha)];
        return await Paging.CountedAsync(request, "check_suites", suites, suite => Task.FromResult(CheckJson.Suite(suite, CommitJson.Mention(commit), view)));
    }

    /// <summary>The commit that the route's <c>ref</c> names; 422 when there is none, as GitHub answers here.</summary>
    public static async Task<string> ResolveAsync(ApiRequest request)
    {
        string name = request.Value("ref");
        return await request.Repository.Git.ResolveCommitAsync(name, request.Cancellation) ?? throw ApiFailure.With(422, $"No commit found for SHA: {name}");
    }
}
