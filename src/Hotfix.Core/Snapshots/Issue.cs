namespace Hotfix.Core.Snapshots;

/// <summary>An issue; pull requests are not among them here.</summary>
/// <param name="Number">As in <c>#17</c>.</param>
/// <param name="Title">One line.</param>
/// <param name="Body">Markdown; empty when there is none.</param>
/// <param name="IsOpen">Whether it is still to be done.</param>
/// <param name="Url">Its page.</param>
/// <param name="Author">Login; empty when the account is gone.</param>
/// <param name="CreatedAt">When it was opened.</param>
internal sealed record Issue(int Number, string Title, string Body, bool IsOpen, string Url, string Author, DateTimeOffset CreatedAt)
{
    /// <summary>Whether its text has a mark of ours, and whoever wrote it is believed: only then does what its marks say count.</summary>
    public bool IsOurs { get; init; }

    /// <summary>Names.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Logins.</summary>
    public IReadOnlyList<string> Assignees { get; init; } = [];

    /// <summary>When it was closed; <c>null</c> while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}
