using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Reviews and who is asked for one.</summary>
internal static class ReviewRoutes
{
    public static void Map(RouteTable routes) =>
        routes
            .Get("/repos/{owner}/{repo}/pulls/{pull_number}/reviews", ListAsync)
            .Post("/repos/{owner}/{repo}/pulls/{pull_number}/reviews", CreateAsync)
            .Get("/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}", request => AnswerAsync(request, Find(request)))
            .Post("/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/events", SubmitAsync)
            .Put("/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals", DismissAsync)
            .Get("/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers", RequestedAsync)
            .Post("/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers", RequestAsync)
            .Delete("/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers", WithdrawAsync);

    private static Review Find(ApiRequest request)
    {
        long id = request.Number("review_id");
        return PullRequestRoutes.Find(request).Reviews.FirstOrDefault(review => review.Id == id) ?? throw ApiFailure.NotFound();
    }

    private static Task<ApiResponse> AnswerAsync(ApiRequest request, Review review) =>
        Task.FromResult(ApiResponse.Json(ReviewJson.Of(review, PullRequestRoutes.Find(request), Viewpoint.Of(request))));

    private static Task<ApiResponse> ListAsync(ApiRequest request)
    {
        PullRequest pull = PullRequestRoutes.Find(request);
        var view = Viewpoint.Of(request);
        Review[] visible = [.. pull.Reviews.Where(review => review.State != Review.Pending || review.User == request.User)];
        return Task.FromResult(Paging.Of(request, visible, review => ReviewJson.Of(review, pull, view)));
    }

    private static Task<ApiResponse> CreateAsync(ApiRequest request)
    {
        PullRequest pull = PullRequestRoutes.Find(request);
        Account user = request.Require(Role.Read);
        string state = StateOf(request.Text("event"));
        RefuseOwn(pull, user, state);
        var review = new Review(request.Hub.NextId(), user, request.Text("commit_id") ?? pull.HeadSha)
        {
            Body = request.Text("body") ?? "",
            State = state,
            SubmittedAt = state == Review.Pending ? null : request.Now,
        };
        if (state is Review.Commented or Review.ChangesRequested && review.Body.Length == 0 && request.Node("comments") is null)
            throw ApiFailure.With(422, "Unprocessable Entity: \"Review body is required for this event\"");

        pull.Reviews.Add(review);
        OpenThreads(request, pull, user);
        pull.RequestedReviewers.Remove(user);
        pull.RequestedOwners.Remove(user);
        pull.Issue.UpdatedAt = request.Now;
        return AnswerAsync(request, review);
    }

    private static void OpenThreads(ApiRequest request, PullRequest pull, Account user)
    {
        foreach (JsonNode? comment in request.Node("comments") as JsonArray ?? [])
        {
            string body = comment?["body"]?.GetValue<string>() ?? "";
            string path = comment?["path"]?.GetValue<string>() ?? throw ApiFailure.Invalid("PullRequestReviewComment", "missing_field", "path");
            pull.Threads.Add(new ReviewThread(request.Hub.NextId(), path, new Comment(request.Hub.NextId(), user, body, request.Now)));
        }
    }

    private static Task<ApiResponse> SubmitAsync(ApiRequest request)
    {
        Review review = Find(request);
        if (review.User != request.Caller || review.State != Review.Pending)
            throw ApiFailure.With(422, "Can not approve a review that is not pending");

        string state = StateOf(request.Text("event"));
        RefuseOwn(PullRequestRoutes.Find(request), review.User, state);
        (review.State, review.Body, review.SubmittedAt) = (state, request.Text("body") ?? review.Body, request.Now);
        return AnswerAsync(request, review);
    }

    private static Task<ApiResponse> DismissAsync(ApiRequest request)
    {
        request.Require(Role.Write);
        Review review = Find(request);
        if (review.State is not (Review.Approved or Review.ChangesRequested))
            throw ApiFailure.With(422, "Can not dismiss a commented pull request review");

        review.State = Review.Dismissed;
        PullRequestRoutes.Find(request).Issue.UpdatedAt = request.Now;
        return AnswerAsync(request, review);
    }

    private static string StateOf(string? @event) =>
        @event switch
        {
            "APPROVE" => Review.Approved,
            "REQUEST_CHANGES" => Review.ChangesRequested,
            "COMMENT" => Review.Commented,
            null or "PENDING" => Review.Pending,
            _ => throw ApiFailure.Invalid("PullRequestReview", "invalid", "event"),
        };

    private static void RefuseOwn(PullRequest pull, Account user, string state)
    {
        if (user != pull.Issue.User || state is not (Review.Approved or Review.ChangesRequested))
            return;

        string verb = state == Review.Approved ? "approve" : "request changes on";
        ApiFailure failure = ApiFailure.With(422, "Unprocessable Entity");
        failure.Body["errors"] = new JsonArray($"Can not {verb} your own pull request");
        throw failure;
    }

    private static Task<ApiResponse> RequestedAsync(ApiRequest request)
    {
        var view = Viewpoint.Of(request);
        PullRequest pull = PullRequestRoutes.Find(request);
        return Task.FromResult(
            ApiResponse.Json(new JsonObject { ["users"] = JsonText.Array(pull.RequestedReviewers.Select(view.User)), ["teams"] = new JsonArray() })
        );
    }

    private static Task<ApiResponse> RequestAsync(ApiRequest request)
    {
        request.Require(Role.Write);
        PullRequest pull = PullRequestRoutes.Find(request);
        foreach (string login in request.Texts("reviewers"))
        {
            Account? reviewer = request.Hub.FindAccount(login);
            if (reviewer is null || request.Repository.RoleOf(reviewer) == Role.None)
            {
                throw ApiFailure.With(
                    422,
                    "Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the "
                        + request.Repository.FullName
                        + " repository."
                );
            }

            if (reviewer == pull.Issue.User)
                throw ApiFailure.With(422, "Review cannot be requested from pull request author.");

            if (!pull.RequestedReviewers.Contains(reviewer))
                pull.RequestedReviewers.Add(reviewer);
        }

        return Task.FromResult(ApiResponse.Json(PullRequestJson.Simple(pull, Viewpoint.Of(request)), 201));
    }

    private static Task<ApiResponse> WithdrawAsync(ApiRequest request)
    {
        request.Require(Role.Write);
        PullRequest pull = PullRequestRoutes.Find(request);
        pull.RequestedReviewers.RemoveAll(reviewer => request.Texts("reviewers").Contains(reviewer.Login, StringComparer.OrdinalIgnoreCase));
        return Task.FromResult(ApiResponse.Json(PullRequestJson.Simple(pull, Viewpoint.Of(request))));
    }
}
