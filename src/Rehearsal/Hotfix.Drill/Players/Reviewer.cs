using System.Text.Json;
using System.Text.Json.Nodes;
using Hotfix.Drill.Output;

namespace Hotfix.Drill.Players;

/// <summary>
/// Approves a pull request whose check is green, at exactly the head that was looked at, and takes a moment for it: not before the targets
/// have seen the green check without a review, so that it shows whether they wait for one.
/// </summary>
internal sealed class Reviewer(GitHubApi api, Scene scene)
{
    /// <summary>The first look may have begun before the check was green.</summary>
    private const int LooksToWaitFor = 2;

    private readonly Dictionary<string, Moment> _green = [];
    private readonly HashSet<string> _approved = [];

    /// <summary>Whether the reviewer merges what was approved, as people do.</summary>
    public bool Merges { get; init; }

    /// <summary>Whether release-please's pull requests are left for another day.</summary>
    public bool LeavesReleases { get; init; }

    /// <summary>The checks that have to be green.</summary>
    public IReadOnlyList<string> Checks { get; init; } = [ContinuousIntegration.CheckName];

    /// <summary>When the newest approval was given; <c>null</c> before the first.</summary>
    public Moment? Approved { get; private set; }

    /// <summary>Works until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Moment look = scene.Now();
            JsonElement pullRequests = await api.GetAsync("pulls?state=open", cancellationToken);
            foreach (JsonElement pullRequest in pullRequests.EnumerateArray())
                await LookAsync(pullRequest, cancellationToken);

            await scene.NewsAsync(look, cancellationToken);
        }
    }

    private async Task LookAsync(JsonElement pullRequest, CancellationToken cancellationToken)
    {
        int number = pullRequest.GetProperty("number").GetInt32();
        string head = pullRequest.Text("head", "sha");
        bool isHotfix = pullRequest.Text("head", "ref").StartsWith("hotfix/", StringComparison.Ordinal);
        if (LeavesReleases && pullRequest.Text("head", "ref").StartsWith(ReleasePlease.BranchPrefix, StringComparison.Ordinal))
            return;

        if (_approved.Contains(head) || !await IsGreenAsync(head, cancellationToken))
            return;

        if (_green.TryAdd(head, scene.Now()))
            scene.Progress.Say("reviewer", $"reads pull request #{number}");

        // Nothing waits for the other ones, and nobody but the reviewer merges them.
        if (!isHotfix || scene.Server.LooksSince(_green[head], number) >= LooksToWaitFor)
            await ApproveAsync(number, head, merges: Merges || !isHotfix, cancellationToken);
    }

    private async Task<bool> IsGreenAsync(string sha, CancellationToken cancellationToken)
    {
        JsonElement checks = await api.GetAsync($"commits/{sha}/check-runs?per_page=100", cancellationToken);
        JsonElement[] green = [.. checks.GetProperty("check_runs").EnumerateArray().Where(check => check.Text("conclusion") == "success")];
        return Checks.All(name => green.Any(check => check.Text("name") == name));
    }

    private async Task ApproveAsync(int number, string head, bool merges, CancellationToken cancellationToken)
    {
        var review = new JsonObject
        {
            ["event"] = "APPROVE",
            ["commit_id"] = head,
            ["body"] = "Small, tested, and the check is green.",
        };
        await api.PostAsync($"pulls/{number}/reviews", review, cancellationToken);
        _approved.Add(head);
        if (Merges || !merges)
            Approved = scene.Now();

        scene.Progress.Say("reviewer", $"approved pull request #{number} at {head[..7]}");
        if (merges)
        {
            await api.PutAsync($"pulls/{number}/merge", new JsonObject { ["sha"] = head }, cancellationToken);
            scene.Progress.Say("reviewer", $"merged pull request #{number}");
        }
    }
}
