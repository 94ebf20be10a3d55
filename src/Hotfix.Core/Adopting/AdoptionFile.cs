namespace Hotfix.Core.Adopting;

/// <summary>One file that the hotfix path needs in a repository.</summary>
/// <param name="Path">From the repository's root, with forward slashes.</param>
/// <param name="Text">The whole content, with <c>\n</c>.</param>
internal sealed record AdoptionFile(string Path, string Text)
{
    /// <summary>Whether it is started as a program.</summary>
    public bool IsExecutable { get; init; }

    /// <summary>Paths at which a file of the repository's own serves as well; their case does not count. One of them there: this one is not written.</summary>
    public IReadOnlyList<string> Instead { get; init; } = [];

    /// <summary>Whether it is the repository's own file with lines of ours added, rather than a file of ours.</summary>
    public bool IsAddition { get; init; }

    /// <summary>Whether it belongs to the team once it is there: never overwritten, not by consent either.</summary>
    public bool IsTeams { get; init; }

    /// <summary>Whether what differs was asked for by name, so that no consent is missing.</summary>
    public bool IsAsked { get; init; }

    /// <summary>What every version of ours contains: a file of that name without it is somebody else's, and not compared; <c>null</c> for none.</summary>
    public string? Mark { get; init; }
}
