using System.Text.Json;

namespace Hotfix.GitHub.Deployments;

/// <summary>
/// The fields of REST's <c>deployment</c> that are read here. Octokit's own model fails on a payload that is a text, a number or a nested object, all of
/// which GitHub sends.
/// </summary>
internal sealed record DeploymentAnswer(long Id, string Sha, string Ref, string Environment, DateTimeOffset CreatedAt)
{
    public UserAnswer? Creator { get; init; }

    public JsonElement Payload { get; init; }
}
