namespace Hotfix.LocalGitHub.State;

/// <summary>What started a workflow run, and on which commit.</summary>
internal sealed record RunOrigin(string Event, string Sha, Account Actor)
{
    public string? Branch { get; init; }

    /// <summary>The run's title, its evaluated <c>run-name</c>; <c>null</c> for the usual one.</summary>
    public string? Title { get; init; }

    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();
}
