using System.Text.Json.Nodes;
using Hotfix.LocalGitHub;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Deploying;

/// <summary>What scenarios of deploying have in common: environments, releases, and what GitHub says of deployments.</summary>
internal static class DeployLab
{
    /// <summary>Makes an environment, as an administrator does in the settings.</summary>
    public static Task MakeEnvironmentAsync(this HotfixLab lab, string name) =>
        lab.SendAsync(HttpMethod.Put, "admin", $"environments/{name}", new { wait_timer = 0 });

    /// <summary>Makes an environment that asks a reviewer.</summary>
    public static async Task MakeGuardedEnvironmentAsync(this HotfixLab lab, string name, string reviewer)
    {
        JsonNode user = (await lab.SendAsync(HttpMethod.Get, "admin", $"collaborators/{reviewer}/permission"))!["user"]!;
        await lab.SendAsync(
            HttpMethod.Put,
            "admin",
            $"environments/{name}",
            new { wait_timer = 0, reviewers = new[] { new { type = "User", id = user["id"]!.GetValue<long>() } } }
        );
    }

    /// <summary>Commits a change on a branch, tags it as a release, and pushes both; returns the commit.</summary>
    public static string Release(this HotfixLab lab, string tag, string branch, string message, string file = "src/checkout.txt")
    {
        using TempRepository colleague = lab.CloneTo($"release-{Guid.NewGuid():N}");
        colleague.Git([
            "checkout",
            "--quiet",
            "-B",
            branch,
            lab.RemoteRefs().Contains($"refs/heads/{branch} ", StringComparison.Ordinal) ? $"origin/{branch}" : "v1.4.2",
        ]);
        colleague.Write(file, tag).Commit($"Change for {tag}", TempRepository.Day(5));
        colleague.Git(["tag", "--annotate", "--message", message, tag], TempRepository.Day(6));
        lab.Push(colleague, $"HEAD:refs/heads/{branch}", "admin");
        lab.Push(colleague, $"refs/tags/{tag}", "admin");
        return colleague.Head;
    }

    /// <summary>Deployments to an environment, newest first, as "state sha": the state of each is its newest status.</summary>
    public static async Task<string[]> DeploymentsAsync(this HotfixLab lab, string environment)
    {
        List<string> found = [];
        foreach (JsonNode? deployment in await lab.ListAsync($"deployments?environment={environment}"))
        {
            JsonArray statuses = await lab.ListAsync($"deployments/{deployment!["id"]}/statuses");
            found.Add($"{(statuses.Count > 0 ? statuses[0]!["state"] : "none")} {deployment["sha"]}");
        }

        return [.. found];
    }

    /// <summary>A queued run of a workflow that is on the default branch.</summary>
    public static Task<long> StartRunAsync(this HotfixLab lab, string file, string branch) => lab.Server.StartRunAsync(HotfixLab.FullName, file, branch);

    public static Task ReportRunAsync(this HotfixLab lab, long run, WorkflowRunReport report) => lab.Server.ReportRunAsync(HotfixLab.FullName, run, report);
}
