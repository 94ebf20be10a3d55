namespace Hotfix.GitHub.PullRequests;

/// <summary>Body of <c>POST …/pulls</c>.</summary>
internal sealed record NewPullRequestBody(string Title, string Head, string Base, string Body, bool Draft);

/// <summary>Body of <c>PATCH …/pulls/{number}</c>.</summary>
internal sealed record PullRequestTextBody(string Body);

/// <summary>Body of <c>PATCH …/pulls/{number}</c> that opens or closes.</summary>
internal sealed record PullRequestStateBody(string State);

/// <summary>Body of <c>POST …/issues/{number}/labels</c>.</summary>
internal sealed record LabelsBody(IReadOnlyList<string> Labels);

/// <summary>Body of <c>POST …/pulls/{number}/requested_reviewers</c>; team slugs without their organisation.</summary>
internal sealed record ReviewersBody(IReadOnlyList<string> Reviewers, IReadOnlyList<string> TeamReviewers);
