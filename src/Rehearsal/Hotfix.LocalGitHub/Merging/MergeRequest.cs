using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Merging;

/// <summary>How a pull request shall be merged, and by whom.</summary>
/// <param name="By">Who merges; the rules are asked for them.</param>
/// <param name="Method"><c>merge</c>, <c>squash</c> or <c>rebase</c>.</param>
internal sealed record MergeRequest(Account By, string Method)
{
    public string? Title { get; init; }

    public string? Message { get; init; }

    /// <summary>The head must still be here; <c>null</c> to not care.</summary>
    public string? ExpectedHead { get; init; }
}
