namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>A file or folder in a tree, by its path from the root.</summary>
internal sealed record TreeEntry(string Path, string Type, string Sha, int Size);
