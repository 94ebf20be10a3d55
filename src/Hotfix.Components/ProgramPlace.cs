namespace Hotfix.Components;

/// <summary>Where a program runs that is not the repository's own.</summary>
/// <param name="Root">The repository, or the part of it that has settings of its own.</param>
/// <param name="FilesDirectory">Where its logs are; nothing of them goes into the repository.</param>
internal sealed record ProgramPlace(string Root, string FilesDirectory);
