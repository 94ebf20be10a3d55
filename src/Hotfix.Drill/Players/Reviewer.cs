using System.Text.Json;
using System.Text.Json.Nodes;
using Hotfix.Drill.Output;

namespace Hotfix.Drill.Players;

/// <summary>Approves a pull request once its check is green, at exactly the head that was looked at.</summary>
internal sealed class Reviewer(GitHubApi api, Progress progress, TimeProvider clock)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);
    private readonly HashSet<string> _approved = [];

    /// <summary>When the newest approval was given; <c>null</c> before the first.</summary>
    public DateTimeOffset? Approved { get; private set; }

    /// <summary>Works until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            JsonElement pullRequests = await api.GetAsync("pulls?state=open", cancellationToken);
            foreach (JsonElement pullRequest in pullRequests.EnumerateArray())
            {
                string head = pullRequest.Text("head", "sha");
                if (!_approved.Contains(head) && await IsGreenAsync(head, cancellationToken))
                {
                    await ApproveAsync(pullRequest.GetProperty("number").GetInt32(), head, cancellationToken);
                }
            }

            await Task.Delay(BetweenLooks, clock, cancellationToken);
        }
    }

    private async Task<bool> IsGreenAsync(string sha, CancellationToken cancellationToken)
    {
        JsonElement checks = await api.GetAsync($"commits/{sha}/check-runs?check_name={ContinuousIntegration.CheckName}", cancellationToken);
        return checks.GetProperty("check_runs").EnumerateArray().Any(check => check.Text("conclusion") == "success");
    }

    private async Task ApproveAsync(int number, string head, CancellationToken cancellationToken)
    {
        var review = new JsonObject { ["event"] = "APPROVE", ["commit_id"] = head, ["body"] = "Small, tested, and the check is green." };
        await api.PostAsync($"pulls/{number}/reviews", review, cancellationToken);
        _approved.Add(head);
        Approved = clock.GetUtcNow();
        progress.Say("reviewer", $"approved pull request #{number} at {head[..7]}");
    }
}
