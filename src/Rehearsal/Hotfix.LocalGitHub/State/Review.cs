namespace Hotfix.LocalGitHub.State;

internal sealed class Review(long id, Account user, string commitSha)
{
    public const string Approved = "APPROVED";
    public const string ChangesRequested = "CHANGES_REQUESTED";
    public const string Commented = "COMMENTED";
    public const string Dismissed = "DISMISSED";
    public const string Pending = "PENDING";

    public long Id { get; } = id;

    public Account User { get; } = user;

    public string CommitSha { get; } = commitSha;

    public required string Body { get; set; }

    /// <summary>One of the constants of this class, as REST spells them.</summary>
    public required string State { get; set; }

    public DateTimeOffset? SubmittedAt { get; set; }
}
