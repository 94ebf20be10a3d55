namespace Hotfix.Core.Doctoring;

/// <summary>How the repository is to be set up.</summary>
/// <param name="Production">Name of the environment that users see.</param>
/// <param name="Staging">Name of the environment in front of it.</param>
internal sealed record DoctorExpectations(string Production = "production", string Staging = "hotfix-staging")
{
    /// <summary>The App that the workflows act as; <c>null</c> where the settings name none.</summary>
    public string? App { get; init; }

    /// <summary>The workflow that takes a hotfix through CI.</summary>
    public ExpectedWorkflow Hotfix { get; init; } =
        new("hotfix.yml", ["description", "lane", "fix", "incident", "base"], "hotfixes from CI; those from a laptop go on");

    /// <summary>The workflow that deploys.</summary>
    public ExpectedWorkflow Deploying { get; init; } = new("release.yml", ["tag", "correlation-id"], "deployments of a hotfix by CI");

    /// <summary>The team's release workflow, where releases are made by one; <c>null</c> where not.</summary>
    public ExpectedWorkflow? Releasing { get; init; }

    /// <summary>Whether anything is deployed from here.</summary>
    public bool Deploys { get; init; } = true;

    /// <summary>All of them.</summary>
    public IReadOnlyList<ExpectedWorkflow> Workflows =>
        [Hotfix, .. Deploys ? new[] { Deploying } : [], .. Releasing is null ? Array.Empty<ExpectedWorkflow>() : [Releasing]];
}
