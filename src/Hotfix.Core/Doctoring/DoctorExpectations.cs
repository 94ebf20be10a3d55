namespace Hotfix.Core.Doctoring;

/// <summary>How the repository is to be set up.</summary>
/// <param name="Production">Name of the environment that users see.</param>
/// <param name="Staging">Name of the environment in front of it.</param>
public sealed record DoctorExpectations(string Production = "production", string Staging = "hotfix-staging")
{
    /// <summary>The workflow that deploys.</summary>
    public string ReleaseWorkflow { get; init; } = "release.yml";

    /// <summary>Names of the inputs that are sent when it is dispatched.</summary>
    public IReadOnlyList<string> ReleaseInputs { get; init; } = ["tag", "sha"];

    /// <summary>The workflow that takes a hotfix through CI.</summary>
    public string HotfixWorkflow { get; init; } = "hotfix.yml";

    /// <summary>Names of the inputs that a person, or a program, gives it.</summary>
    public IReadOnlyList<string> HotfixInputs { get; init; } = ["description", "lane", "fix", "incident", "base"];
}
