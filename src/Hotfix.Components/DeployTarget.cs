using Hotfix.Core.Snapshots;

namespace Hotfix.Components;

/// <summary>What a team's own steps are told: which release goes where.</summary>
/// <param name="Environment">The environment's name.</param>
/// <param name="Release">Tag, commit and lane of the release. The work tree may stand elsewhere: a workflow runs from the default branch, and is told the
/// commit as data.</param>
public sealed record DeployTarget(string Environment, DeployableRelease Release)
{
    /// <summary>
    /// The same as environment variables, which commands get: <c>HOTFIX_ENVIRONMENT</c>, <c>HOTFIX_SHA</c>, <c>HOTFIX_TAG</c>, <c>HOTFIX_VERSION</c>,
    /// <c>HOTFIX_LANE</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables { get; } =
        new Dictionary<string, string>
        {
            ["HOTFIX_ENVIRONMENT"] = Environment,
            ["HOTFIX_SHA"] = Release.Commit.Value,
            ["HOTFIX_TAG"] = Release.Tag.Name,
            ["HOTFIX_VERSION"] = Release.Tag.Version.ToString(),
            ["HOTFIX_LANE"] = Release.Lane.ToString().ToLowerInvariant(),
        };
}
