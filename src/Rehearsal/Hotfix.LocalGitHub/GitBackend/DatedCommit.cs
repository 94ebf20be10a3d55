namespace Hotfix.LocalGitHub.GitBackend;

internal sealed record DatedCommit(string Sha, DateTimeOffset CommittedAt, IReadOnlyList<string> Parents);
