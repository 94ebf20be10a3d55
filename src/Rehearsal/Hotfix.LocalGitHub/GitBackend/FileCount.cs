namespace Hotfix.LocalGitHub.GitBackend;

internal sealed record FileCount(string Path, int Additions, int Deletions);
