namespace Hotfix.GitHub.Deployments;

/// <summary>One page of <c>GET …/environments</c>.</summary>
internal sealed record EnvironmentsAnswer
{
    public IReadOnlyList<EnvironmentAnswer>? Environments { get; init; }
}
