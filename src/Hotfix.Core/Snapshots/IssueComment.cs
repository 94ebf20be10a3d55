namespace Hotfix.Core.Snapshots;

/// <summary>A comment of an issue or a pull request.</summary>
/// <param name="Id">GitHub's number.</param>
/// <param name="Body">Markdown.</param>
/// <param name="Author">Login; empty when the account is gone.</param>
/// <param name="Url">Its place on the page.</param>
/// <param name="CreatedAt">When it was written.</param>
internal sealed record IssueComment(long Id, string Body, string Author, string Url, DateTimeOffset CreatedAt);
