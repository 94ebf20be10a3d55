namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>Commits that only the head has, commits that only the base has, and their nearest common ancestor.</summary>
internal sealed record Divergence(int Ahead, int Behind, string? MergeBase);
