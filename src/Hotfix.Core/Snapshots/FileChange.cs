namespace Hotfix.Core.Snapshots;

/// <summary>One file that differs between two commits (git-diff(1) <c>--numstat</c>, renames followed).</summary>
/// <param name="Path">The new path (the old one of a deleted file).</param>
/// <param name="OldPath">The path before a rename; <c>null</c> otherwise.</param>
/// <param name="AddedLines">0 for a binary file.</param>
/// <param name="DeletedLines">0 for a binary file.</param>
/// <param name="IsBinary">Whether git counts no lines in it.</param>
internal sealed record FileChange(string Path, string? OldPath, int AddedLines, int DeletedLines, bool IsBinary);
