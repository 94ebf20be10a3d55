namespace Hotfix.GitHub.Issues;

/// <summary>Body of <c>POST …/issues</c>.</summary>
internal sealed record NewIssueBody(string Title, string Body, IReadOnlyList<string> Labels, IReadOnlyList<string> Assignees);

/// <summary>Body of <c>PATCH …/issues/{number}</c>; what is <c>null</c> is not sent and stays.</summary>
internal sealed record IssueBody(string? Title, string? Body, string? State, string? StateReason, IReadOnlyList<string>? Labels);

/// <summary>Body of a comment.</summary>
internal sealed record CommentBody(string Body);
