using System.Text.Json;
using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.Issues;

/// <summary>From GitHub's words to ours.</summary>
internal static class IssueMapping
{
    public static bool IsIssue(this IssueAnswer answer) => answer.PullRequest is null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined };

    public static Issue ToIssue(this IssueAnswer answer) =>
        new(answer.Number, answer.Title, answer.Body ?? "", answer.State == "open", answer.HtmlUrl, answer.User?.Login ?? "", answer.CreatedAt)
        {
            Labels = [.. (answer.Labels ?? []).Select(Name).Where(name => name.Length > 0)],
            Assignees = [.. (answer.Assignees ?? []).Select(user => user.Login)],
            ClosedAt = answer.ClosedAt,
        };

    public static IssueComment ToComment(this CommentAnswer answer) =>
        new(answer.Id, answer.Body ?? "", answer.User?.Login ?? "", answer.HtmlUrl, answer.CreatedAt);

    private static string Name(JsonElement label) =>
        label.ValueKind switch
        {
            JsonValueKind.String => label.GetString()!,
            JsonValueKind.Object when label.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String => name.GetString()!,
            _ => "",
        };
}
