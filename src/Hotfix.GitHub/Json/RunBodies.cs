namespace Hotfix.GitHub.Json;

/// <summary>Body of <c>POST …/dispatches</c> of a workflow; without the flag for servers that do not know it.</summary>
internal sealed record DispatchBody(string Ref, IReadOnlyDictionary<string, string> Inputs, bool? ReturnRunDetails);

/// <summary>Body of <c>POST …/dispatches</c> of the repository.</summary>
internal sealed record EventBody(string EventType, IReadOnlyDictionary<string, string> ClientPayload);

/// <summary>Body of <c>POST …/issues</c>.</summary>
internal sealed record NewIssueBody(string Title, string Body, IReadOnlyList<string> Labels, IReadOnlyList<string> Assignees);

/// <summary>Body of <c>PATCH …/issues/{number}</c>; what is <c>null</c> is not sent and stays.</summary>
internal sealed record IssueBody(string? Title, string? Body, string? State, string? StateReason, IReadOnlyList<string>? Labels);

/// <summary>Body of a comment.</summary>
internal sealed record CommentBody(string Body);

/// <summary>A body without content, for requests that want one.</summary>
internal sealed record EmptyBody;
