namespace Hotfix.GitHub.Issues;

/// <summary>The fields of REST's <c>issue-comment</c> that are read here.</summary>
internal sealed record CommentAnswer(long Id, string HtmlUrl, DateTimeOffset CreatedAt)
{
    public string? Body { get; init; }

    public UserAnswer? User { get; init; }
}
