namespace Hotfix.LocalGitHub;

/// <summary>A deployment that succeeded before the server began to look.</summary>
/// <param name="Environment">Where.</param>
/// <param name="Sha">What.</param>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="SucceededAt">When it reported success.</param>
public sealed record PastDeployment(string Environment, string Sha, DateTimeOffset AskedAt, DateTimeOffset SucceededAt)
{
    /// <summary>What its maker added, a JSON object.</summary>
    public string Payload { get; init; } = "{}";
}
