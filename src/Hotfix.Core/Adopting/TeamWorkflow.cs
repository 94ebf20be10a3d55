namespace Hotfix.Core.Adopting;

/// <summary>A workflow that a repository has already.</summary>
/// <param name="File"><c>release.yml</c>.</param>
/// <param name="Text">Its whole text.</param>
internal sealed record TeamWorkflow(string File, string Text)
{
    /// <summary>
    /// Inputs of <c>workflow_dispatch</c> by name, and whether a dispatch without it is refused; <c>null</c> when it cannot be started by hand.
    /// </summary>
    public IReadOnlyDictionary<string, bool>? Dispatch { get; init; }

    /// <summary>Whether a tag that is pushed starts it.</summary>
    public bool HasTags { get; init; }
}
