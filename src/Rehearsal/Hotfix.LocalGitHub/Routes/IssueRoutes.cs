using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Issues, and the comments of issues and pull requests.</summary>
internal static class IssueRoutes
{
    public static void Map(RouteTable routes) =>
        routes
            .Get("/repos/{owner}/{repo}/issues", ListAsync)
            .Post("/repos/{owner}/{repo}/issues", CreateAsync)
            .Get("/repos/{owner}/{repo}/issues/{issue_number}", request => AnswerAsync(request, Find(request)))
            .Patch("/repos/{owner}/{repo}/issues/{issue_number}", UpdateAsync)
            .Get("/repos/{owner}/{repo}/issues/{issue_number}/comments", CommentsAsync)
            .Post("/repos/{owner}/{repo}/issues/{issue_number}/comments", CommentAsync)
            .Get("/repos/{owner}/{repo}/issues/comments/{comment_id}", request => AnswerCommentAsync(request, FindComment(request)))
            .Patch("/repos/{owner}/{repo}/issues/comments/{comment_id}", UpdateCommentAsync)
            .Delete("/repos/{owner}/{repo}/issues/comments/{comment_id}", DeleteCommentAsync);

    /// <summary>The issue (or the pull request's issue half) of the route; 404 when there is none.</summary>
    public static Issue Find(ApiRequest request) =>
        request.Repository.Issues.GetValueOrDefault((int)request.Number("issue_number")) ?? throw ApiFailure.NotFound();

    private static Task<ApiResponse> AnswerAsync(ApiRequest request, Issue issue, int status = 200) =>
        Task.FromResult(ApiResponse.Json(IssueJson.Of(issue, Viewpoint.Of(request)), status));

    private static Task<ApiResponse> ListAsync(ApiRequest request)
    {
        string state = request.Query("state") ?? "open";
        string[] labels = request.Query("labels")?.Split(',') ?? [];
        IEnumerable<Issue> found = request
            .Repository.Issues.Values.Where(issue => state == "all" || issue.Open == (state == "open"))
            .Where(issue => labels.All(name => issue.Labels.Any(label => label.Name.Equals(name, StringComparison.OrdinalIgnoreCase))));
        if (request.Query("creator") is { } creator)
            found = found.Where(issue => issue.User.Login.Equals(creator, StringComparison.OrdinalIgnoreCase));

        Func<Issue, (DateTimeOffset, int)> key = issue => (request.Query("sort") == "updated" ? issue.UpdatedAt : issue.CreatedAt, issue.Number);
        Issue[] ordered = [.. request.Query("direction") == "asc" ? found.OrderBy(key) : found.OrderByDescending(key)];
        var view = Viewpoint.Of(request);
        return Task.FromResult(Paging.Of(request, ordered, issue => IssueJson.Of(issue, view)));
    }

    private static Task<ApiResponse> CreateAsync(ApiRequest request)
    {
        Account user = request.Require(Role.Read);
        var issue = new Issue(request.Hub.NextId(), request.Repository.NextNumber(), user, request.Now)
        {
            Title = request.RequiredText("Issue", "title"),
            Body = request.LongText("Issue"),
        };
        SetPeopleAndLabels(request, issue);
        request.Repository.Issues[issue.Number] = issue;
        return AnswerAsync(request, issue, 201);
    }

    private static Task<ApiResponse> UpdateAsync(ApiRequest request)
    {
        Issue issue = Find(request);
        Account user = request.Caller;
        if (user != issue.User)
            request.Require(Role.Triage);

        issue.Title = request.Text("title") ?? issue.Title;
        issue.Body = request.Has("body") ? request.LongText("Issue") : issue.Body;
        SetPeopleAndLabels(request, issue);
        if (request.Text("state") == "closed" && issue.Open)
        {
            issue.Close(user, request.Now);
            issue.StateReason = request.Text("state_reason") ?? "completed";
        }
        else if (request.Text("state") == "open" && !issue.Open)
        {
            issue.Reopen(request.Now);
            issue.StateReason = "reopened";
        }

        issue.UpdatedAt = request.Now;
        return AnswerAsync(request, issue);
    }

    // Without push access, GitHub drops labels and assignees silently.
    private static void SetPeopleAndLabels(ApiRequest request, Issue issue)
    {
        if (request.Repository.RoleOf(request.User) < Role.Triage)
            return;

        if (request.Has("labels"))
        {
            issue.Labels.Clear();
            issue.Labels.AddRange(request.Texts("labels").Select(name => LabelRoutes.Ensure(request.Repository, name)).Distinct());
        }

        if (request.Has("assignees"))
        {
            issue.Assignees.Clear();
            issue.Assignees.AddRange(request.Texts("assignees").Select(request.Hub.FindAccount).OfType<Account>());
        }
    }

    private static Task<ApiResponse> CommentsAsync(ApiRequest request)
    {
        Issue issue = Find(request);
        DateTimeOffset since = request.Query("since") is { } text
            ? DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : DateTimeOffset.MinValue;
        var view = Viewpoint.Of(request);
        Comment[] found = [.. issue.Comments.Where(comment => comment.UpdatedAt >= since)];
        return Task.FromResult(Paging.Of(request, found, comment => IssueJson.Comment(comment, issue, view)));
    }

    private static Task<ApiResponse> CommentAsync(ApiRequest request)
    {
        Account user = request.Require(Role.Read);
        Issue issue = Find(request);
        _ = request.LongText("IssueComment");
        var comment = new Comment(request.Hub.NextId(), user, request.RequiredText("IssueComment", "body"), request.Now);
        issue.Comments.Add(comment);
        issue.UpdatedAt = request.Now;
        return Task.FromResult(ApiResponse.Json(IssueJson.Comment(comment, issue, Viewpoint.Of(request)), 201));
    }

    private static (Comment Comment, Issue Issue) FindComment(ApiRequest request)
    {
        long id = request.Number("comment_id");
        foreach (Issue issue in request.Repository.Issues.Values)
        {
            if (issue.Comments.FirstOrDefault(comment => comment.Id == id) is { } found)
                return (found, issue);
        }

        throw ApiFailure.NotFound();
    }

    private static Task<ApiResponse> AnswerCommentAsync(ApiRequest request, (Comment Comment, Issue Issue) found) =>
        Task.FromResult(ApiResponse.Json(IssueJson.Comment(found.Comment, found.Issue, Viewpoint.Of(request))));

    private static Task<ApiResponse> UpdateCommentAsync(ApiRequest request)
    {
        (Comment comment, Issue issue) = FindComment(request);
        if (request.Caller != comment.User)
            request.Require(Role.Write);

        _ = request.LongText("IssueComment");
        comment.Body = request.RequiredText("IssueComment", "body");
        comment.UpdatedAt = request.Now;
        return AnswerCommentAsync(request, (comment, issue));
    }

    private static Task<ApiResponse> DeleteCommentAsync(ApiRequest request)
    {
        (Comment comment, Issue issue) = FindComment(request);
        if (request.Caller != comment.User)
            request.Require(Role.Write);

        issue.Comments.Remove(comment);
        return Task.FromResult(ApiResponse.NoContent);
    }
}
