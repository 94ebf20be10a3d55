namespace Hotfix.LocalGitHub;

/// <summary>An issue from before the server began to look.</summary>
/// <param name="Title">One line.</param>
/// <param name="Body">Markdown.</param>
/// <param name="Label">Its one label.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="ClosedAt">When it was closed; <c>null</c> while it is open.</param>
public sealed record PastIssue(string Title, string Body, string Label, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt);
