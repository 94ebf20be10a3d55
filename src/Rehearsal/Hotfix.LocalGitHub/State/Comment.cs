namespace Hotfix.LocalGitHub.State;

internal sealed class Comment(long id, Account user, string body, DateTimeOffset at)
{
    public long Id { get; } = id;

    public Account User { get; } = user;

    public string Body { get; set; } = body;

    public DateTimeOffset CreatedAt { get; } = at;

    public DateTimeOffset UpdatedAt { get; set; } = at;
}
