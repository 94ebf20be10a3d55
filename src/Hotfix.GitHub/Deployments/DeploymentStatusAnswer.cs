namespace Hotfix.GitHub.Deployments;

/// <summary>The fields of REST's <c>deployment-status</c> that are read here.</summary>
internal sealed record DeploymentStatusAnswer(long Id, string State, DateTimeOffset CreatedAt)
{
    public string? Description { get; init; }

    public string? TargetUrl { get; init; }

    public string? LogUrl { get; init; }

    public string? EnvironmentUrl { get; init; }
}
