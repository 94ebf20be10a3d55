namespace Hotfix.LocalGitHub.State;

/// <summary>An issue, or the issue half of a pull request: on GitHub every pull request is one too.</summary>
internal sealed class Issue(long id, int number, Account user, DateTimeOffset at)
{
    public long Id { get; } = id;

    public int Number { get; } = number;

    public Account User { get; } = user;

    public required string Title { get; set; }

    public string? Body { get; set; }

    public bool Open { get; set; } = true;

    public string? StateReason { get; set; }

    public DateTimeOffset CreatedAt { get; } = at;

    public DateTimeOffset UpdatedAt { get; set; } = at;

    public DateTimeOffset? ClosedAt { get; set; }

    public Account? ClosedBy { get; set; }

    public List<Label> Labels { get; } = [];

    public List<Account> Assignees { get; } = [];

    public List<Comment> Comments { get; } = [];

    public void Close(Account by, DateTimeOffset at)
    {
        (Open, ClosedAt, ClosedBy, UpdatedAt) = (false, at, by, at);
    }

    public void Reopen(DateTimeOffset at)
    {
        (Open, ClosedAt, ClosedBy, UpdatedAt) = (true, null, null, at);
    }
}
