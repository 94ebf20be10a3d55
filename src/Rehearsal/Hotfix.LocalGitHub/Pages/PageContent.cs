namespace Hotfix.LocalGitHub.Pages;

/// <summary>What a page shows, copied while the repository stood still.</summary>
/// <param name="Repository"><c>owner/name</c>.</param>
/// <param name="Title">Plain text.</param>
/// <param name="State"><c>Open</c>, <c>Merged</c>, …; also the name of its colour.</param>
internal sealed record PageContent(string Repository, string Title, string State)
{
    /// <summary>What stands below the title, plain text.</summary>
    public required string Line { get; init; }

    /// <summary>Names with plain texts; those without a text are not shown.</summary>
    public IReadOnlyList<(string Name, string Text)> Facts { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<PageEntry> Entries { get; init; }
}
