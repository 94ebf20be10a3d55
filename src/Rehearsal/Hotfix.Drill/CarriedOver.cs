using System.Text.Json;
using Hotfix.Drill.Players;
using Hotfix.Drill.Processes;

namespace Hotfix.Drill;

/// <summary>Whether a fix that was released from another branch has come to the default branch, and its issue says so.</summary>
internal sealed class CarriedOver(GitHubApi api, GitCommands git, string mirror, Promises promises)
{
    /// <summary>Looks for a fix of one commit by its change: git-cherry(1) writes '-' before a commit whose change the branch has.</summary>
    public async Task ChangeAsync(string branch, string head, string before, CancellationToken cancellationToken)
    {
        string cherry = await git.RunAsync(mirror, ["cherry", $"refs/heads/{branch}", head, before], cancellationToken);
        promises.Require($"{branch} has the fix, by its change", cherry == $"- {head}", cherry);
    }

    public async Task IssueAsync(CancellationToken cancellationToken)
    {
        JsonElement[] debts = await DebtsAsync(cancellationToken);
        promises.Require(
            "its issue is closed as completed",
            debts is [var debt] && debt.Text("state") == "closed" && debt.Text("state_reason") == "completed",
            string.Join(", ", debts.Select(debt => debt.Text("state")))
        );
    }

    /// <summary>No issue asks anybody to carry anything.</summary>
    public async Task NothingIsOwedAsync(CancellationToken cancellationToken)
    {
        string[] open = [.. (await DebtsAsync(cancellationToken)).Where(debt => debt.Text("state") == "open").Select(debt => debt.Text("title"))];
        promises.Require("nothing is owed", open.Length == 0, string.Join(", ", open));
    }

    private async Task<JsonElement[]> DebtsAsync(CancellationToken cancellationToken) =>
        [
            .. (await api.GetAsync("issues?state=all&labels=forward-port", cancellationToken))
                .EnumerateArray()
                .Where(issue => !issue.TryGetProperty("pull_request", out _)),
        ];
}
