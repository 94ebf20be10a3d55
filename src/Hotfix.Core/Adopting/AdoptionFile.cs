namespace Hotfix.Core.Adopting;

/// <summary>One file that the hotfix path needs in a repository.</summary>
/// <param name="Path">From the repository's root, with forward slashes.</param>
/// <param name="Text">The whole content, with <c>\n</c>.</param>
public sealed record AdoptionFile(string Path, string Text)
{
    /// <summary>Whether it is started as a program.</summary>
    public bool IsExecutable { get; init; }

    /// <summary>Paths at which a file of the repository's own serves as well; their case does not count. One of them there: this one is not written.</summary>
    public IReadOnlyList<string> Instead { get; init; } = [];

    /// <summary>Whether it is the repository's own file with lines of ours added, rather than a file of ours.</summary>
    public bool IsAddition { get; init; }
}
