using Hotfix.Pipeline.Applying;

namespace Hotfix.Pipeline.Deploying;

/// <summary>How this build deploys and verifies.</summary>
/// <param name="Steps">The steps themselves.</param>
internal sealed record DeployMeans(BuildSteps Steps)
{
    /// <summary>Its own way to deploy, for people; <c>null</c> when it has none.</summary>
    public string? How { get; init; }

    /// <summary>The team's workflow that deploys; <c>null</c> for none.</summary>
    public string? Workflow { get; init; }

    /// <summary>What that is told; <c>null</c> for the tag alone.</summary>
    public IReadOnlyDictionary<string, string>? Inputs { get; init; }

    /// <summary>What an environment is asked, for people; <c>null</c> when nothing is configured.</summary>
    public required Func<string, string?> Verifies { get; init; }
}
