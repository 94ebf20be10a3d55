namespace Hotfix.GitHub.Commits;

/// <summary>What is read of a blob or a tree that was made.</summary>
internal sealed record ShaAnswer(string Sha);
