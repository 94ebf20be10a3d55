namespace Hotfix.Core.Snapshots;

/// <summary>What shall become of an issue; what is <c>null</c> stays as it is.</summary>
internal sealed record IssueChange
{
    /// <summary>One line.</summary>
    public string? Title { get; init; }

    /// <summary>Markdown, whole.</summary>
    public string? Body { get; init; }

    /// <summary>Whether it is to be open.</summary>
    public bool? IsOpen { get; init; }

    /// <summary>With closing: whether it was done, or is no longer planned.</summary>
    public bool WasDone { get; init; } = true;

    /// <summary>All labels that it shall have.</summary>
    public IReadOnlyList<string>? Labels { get; init; }
}
