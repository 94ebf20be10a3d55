using Hotfix.Core.Refs;

namespace Hotfix.Pipeline.Deploying;

/// <summary>What was asked for of an environment, parsed once.</summary>
internal sealed record DeployRequest
{
    /// <summary><c>null</c> when none was named.</summary>
    public string? Environment { get; init; }

    /// <summary><c>null</c> for the hotfix's, or the one at HEAD.</summary>
    public ReleaseTag? Tag { get; init; }

    public string? VerifyCommand { get; init; }

    public Uri? VerifyUrl { get; init; }

    public TimeSpan VerifyTimeout { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan VerifyInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>File name of the team's workflow that deploys; <c>null</c> when there is none to be started.</summary>
    public string? DeployWorkflow { get; init; }

    /// <summary>What that is told, with places to be filled in; <c>null</c> for the tag alone.</summary>
    public IReadOnlyDictionary<string, string>? DeployInputs { get; init; }
}
