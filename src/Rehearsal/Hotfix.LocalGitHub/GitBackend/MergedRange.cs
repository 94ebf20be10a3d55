namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>A merge: where the base and the head were, and what came of it.</summary>
internal sealed record MergedRange(string Base, string Head, string Merge);
