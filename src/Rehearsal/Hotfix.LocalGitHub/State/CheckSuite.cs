namespace Hotfix.LocalGitHub.State;

/// <summary>The check runs of one app on one commit; those of one workflow run have a suite of their own.</summary>
internal sealed record CheckSuite(long Id, string HeadSha, string? HeadBranch, long AppId, DateTimeOffset CreatedAt);
