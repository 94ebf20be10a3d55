using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Labels of issues and pull requests; one that is missing is made when it is added, as GitHub does.</summary>
internal static class LabelRoutes
{
    public static void Map(RouteTable routes) =>
        routes
            .Get("/repos/{owner}/{repo}/labels", request =>
                Task.FromResult(Paging.Of(request, request.Repository.Labels.Values, label => LabelJson.Of(label, Viewpoint.Of(request))))
            )
            .Post("/repos/{owner}/{repo}/labels", CreateAsync)
            .Get("/repos/{owner}/{repo}/labels/{name}", GetAsync)
            .Get("/repos/{owner}/{repo}/issues/{issue_number}/labels", request => AnswerAsync(request, IssueRoutes.Find(request)))
            .Post("/repos/{owner}/{repo}/issues/{issue_number}/labels", AddAsync)
            .Delete("/repos/{owner}/{repo}/issues/{issue_number}/labels/{name}", RemoveAsync);

    /// <summary>The label of that name; made if the repository has none.</summary>
    public static Label Ensure(HostedRepository repository, string name)
    {
        if (!repository.Labels.TryGetValue(name, out Label? label))
            repository.Labels[name] = label = new Label(repository.Hub.NextId(), name, "ededed", null);

        return label;
    }

    private static Task<ApiResponse> AnswerAsync(ApiRequest request, Issue issue) =>
        Task.FromResult(Paging.Of(request, issue.Labels, label => LabelJson.Of(label, Viewpoint.Of(request))));

    private static Task<ApiResponse> CreateAsync(ApiRequest request)
    {
        request.Require(Role.Write);
        string name = request.RequiredText("Label", "name");
        if (request.Repository.Labels.ContainsKey(name))
            throw ApiFailure.Invalid("Label", "already_exists", "name");

        var label = new Label(request.Hub.NextId(), name, request.Text("color") ?? "ededed", request.Text("description"));
        request.Repository.Labels[name] = label;
        return Task.FromResult(ApiResponse.Json(LabelJson.Of(label, Viewpoint.Of(request)), 201));
    }

    private static Task<ApiResponse> GetAsync(ApiRequest request)
    {
        Label label = request.Repository.Labels.GetValueOrDefault(request.Value("name")) ?? throw ApiFailure.NotFound();
        return Task.FromResult(ApiResponse.Json(LabelJson.Of(label, Viewpoint.Of(request))));
    }

    private static Task<ApiResponse> AddAsync(ApiRequest request)
    {
        request.Require(Role.Triage);
        Issue issue = IssueRoutes.Find(request);
        // A bare array is the older form of the body, and the one that Octokit.net sends.
        IEnumerable<string> names = request.Body is JsonArray array ? array.Select(item => item!.GetValue<string>()) : request.Texts("labels");
        foreach (Label label in names.Select(name => Ensure(request.Repository, name)).Where(label => !issue.Labels.Contains(label)))
            issue.Labels.Add(label);

        return AnswerAsync(request, issue);
    }

    private static Task<ApiResponse> RemoveAsync(ApiRequest request)
    {
        request.Require(Role.Triage);
        Issue issue = IssueRoutes.Find(request);
        int removed = issue.Labels.RemoveAll(label => label.Name.Equals(request.Value("name"), StringComparison.OrdinalIgnoreCase));
        return removed == 0 ? throw ApiFailure.With(404, "Label does not exist") : AnswerAsync(request, issue);
    }
}
