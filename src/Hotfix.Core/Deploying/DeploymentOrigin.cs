using System.Text.Json;
using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Deploying;

/// <summary>
/// Who asked for a deployment. GitHub Actions makes one by itself for every job that names an environment, of the commit that the <em>workflow</em> is at.
/// </summary>
internal static class DeploymentOrigin
{
    private const string Runs = "/actions/runs/";

    /// <summary>The id that this software keeps with its own deployments; <c>null</c> in one of somebody else's.</summary>
    public static string? CorrelationOf(Deployment deployment)
    {
        try
        {
            using var payload = JsonDocument.Parse(deployment.Payload.StartsWith('{') ? deployment.Payload : "{}");
            return payload.RootElement.TryGetProperty("hotfix", out JsonElement id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether this software asked for it.</summary>
    public static bool IsOwn(Deployment deployment) => CorrelationOf(deployment) is not null;

    /// <summary>
    /// The deployment with the commit that it names itself, in its payload (a sha, a version, a tag) or as a tag for its ref: that counts before the commit
    /// that GitHub
    /// keeps, which for a job of Actions is the workflow's. As it is where it names none.
    /// </summary>
    public static Deployment Named(Deployment deployment, IReadOnlyList<RemoteTag> tags) =>
        NamedCommit(deployment, tags) is { } commit ? deployment with { Sha = commit, NamesItself = true } : deployment;

    /// <summary>
    /// Whether it says that another product was deployed: in a repository of several, that may be what an environment got last.
    /// The id of a deployment of ours begins with the tag.
    /// </summary>
    public static bool IsOfAnother(Deployment deployment, RemoteRefs remote) =>
        CorrelationOf(deployment) is { } id
            ? remote.OtherTags.Any(tag => id.StartsWith($"{tag.Name}/", StringComparison.Ordinal))
            : !Named(deployment, remote.Tags).NamesItself && Named(deployment, remote.OtherTags).NamesItself;

    private static CommitSha? NamedCommit(Deployment deployment, IReadOnlyList<RemoteTag> tags)
    {
        string tag = deployment.Ref.StartsWith("refs/tags/", StringComparison.Ordinal) ? deployment.Ref["refs/tags/".Length..] : deployment.Ref;
        return IsOwn(deployment)
            ? deployment.Sha
            : ProductionIdentity.Parse(deployment.Payload).CommitIn(tags) ?? tags.FirstOrDefault(one => one.Name == tag)?.Commit;
    }

    /// <summary>The workflow run that a page belongs to, also one of its jobs; <c>null</c> for any other page.</summary>
    public static long? RunOf(string url)
    {
        int at = url.IndexOf(Runs, StringComparison.Ordinal);
        string digits = at < 0 ? "" : new string([.. url[(at + Runs.Length)..].TakeWhile(char.IsAsciiDigit)]);
        return long.TryParse(digits, out long id) ? id : null;
    }

    /// <summary>Whether GitHub made it for a job of that very run: it names the workflow's commit, and says nothing of what is deployed.</summary>
    public static bool IsOfJob(Deployment deployment, string runUrl) =>
        RunOf(runUrl) is { } run && !IsOwn(deployment) && RunOf(deployment.Status?.LogUrl ?? "") == run;
}
