namespace Hotfix.LocalGitHub.State;

/// <summary>What started a workflow run, and on which commit.</summary>
internal sealed record RunOrigin(string Event, string Sha, Account Actor)
{
    public string? Branch { get; init; }

    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();
}
