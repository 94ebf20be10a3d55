using System.Text.Json;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Deploying;

/// <summary>Who asked for a deployment. GitHub Actions makes one by itself for every job that names an environment, of the commit that the <em>workflow</em> is at.</summary>
public static class DeploymentOrigin
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
