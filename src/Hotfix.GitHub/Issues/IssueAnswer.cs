using System.Text.Json;

namespace Hotfix.GitHub.Issues;

/// <summary>The fields of REST's <c>issue</c> that are read here.</summary>
internal sealed record IssueAnswer(int Number, string Title, string State, string HtmlUrl, DateTimeOffset CreatedAt)
{
    public string? Body { get; init; }

    public UserAnswer? User { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public IReadOnlyList<UserAnswer>? Assignees { get; init; }

    /// <summary>Each an object with a name, or the name itself.</summary>
    public IReadOnlyList<JsonElement>? Labels { get; init; }

    /// <summary>There for a pull request, which GitHub lists among the issues.</summary>
    public JsonElement? PullRequest { get; init; }
}
